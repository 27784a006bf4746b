/** People of the municipalities, as many as a real portal has. */
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { addActor } from './cast.ts';

/** So many programme leaders for each of the 98: "leder1@odense.test". */
export function addProgrammeLeaders(db: Db, each: number): void {
  db.$client.transaction(() => {
    for (const { id, slug } of listMunicipalities(db)) {
      for (let number = 1; number <= each; number += 1) {
        addActor(db, {
          id: `leder${number}-${slug}`,
          name: `Leder ${number}`,
          email: `leder${number}@${slug}.test`,
          roles: ['programme-leader'],
          municipalityId: id,
        });
      }
    }
  })();
}
