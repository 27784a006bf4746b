/**
 * KLIK tasks: what KOMBIT asks every municipality to do in its task tool. A programme leader comes here to see which
 * tasks are open now, which begin soon and until when each may be worked on, opens one to learn what is asked, of
 * whom and how sure the dates are, and sends it on to those who do it.
 */
import type { Feature } from '#src/web/feature.ts';
import { taskResources } from './api.ts';
import { editableTasks } from './editable.ts';
import { interpretTasks } from './interpret.ts';
import { describeTask, searchTasks, taskDeadlines, taskSections } from './offers.ts';
import { addKlikRoutes } from './routes.ts';

export const klik: Feature = {
  name: 'klik',
  interpret: interpretTasks,
  routes: addKlikRoutes,
  deadlines: taskDeadlines,
  searchEntries: searchTasks,
  describe: describeTask,
  solutionSections: taskSections,
  api: taskResources,
  editable: editableTasks,
};
