// The grid of signatures by keyboard. Everything works without this script, by check boxes and buttons: it moves among
// the rows, sets them by letters, and sends the page's own forms without leaving the place where the clerk is.

const LETTERS_KEY = 'portal-bogstavtaster';
const main = document.querySelector('main');

/** Read out after each answer; stands outside what an answer replaces. */
const told = document.createElement('div');
told.setAttribute('role', 'status');
told.className = 'sr-only';
document.body.append(told);

/** Code of the row that the keyboard is on. */
let current = '';
/** While rows are chosen by Shift: where it began, and what was chosen before. */
let extent = null;
/** One answer after another: a second key is not lost while the first is saved. */
let queue = Promise.resolve();

const grid = () => document.querySelector('[data-signing]');
const picks = () => [...document.querySelectorAll('.signing-rows .pick')];
const lettersAreOn = () => localStorage.getItem(LETTERS_KEY) !== 'fra';

prepare();
document.addEventListener('keydown', onKey);
document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
document.addEventListener('change', onChange);
document.addEventListener('focusin', ({ target }) => {
  const row = target.closest('.signing-rows tbody tr');
  if (row?.querySelector('.pick')) makeCurrent(row.querySelector('.pick'));
});

/** After each page: one row can be reached by Tab, the others by the arrows. */
function prepare() {
  const hint = document.getElementById('taster');
  if (hint) {
    hint.hidden = false;
    document.getElementById('bogstavtaster').checked = lettersAreOn();
  }
  for (const pick of picks()) setReachable(pick, false);
  const pick = picks().find((one) => codeOf(one) === current) ?? picks()[0];
  if (pick) makeCurrent(pick);
  showCount();
}

function makeCurrent(pick) {
  const before = picks().find((one) => one.tabIndex === 0);
  if (before) setReachable(before, false);
  setReachable(pick, true);
  current = codeOf(pick);
}

function setReachable(pick, isReachable) {
  for (const one of pick.closest('tr').querySelectorAll('a, button, input')) {
    one.tabIndex = isReachable ? 0 : -1;
  }
}

function codeOf(pick) {
  return pick.value.slice(0, 4);
}

function showCount() {
  const count = document.getElementById('valgte');
  if (count) count.textContent = `${picks().filter((pick) => pick.checked).length} valgt`;
}

function onKey(event) {
  if (!grid()) return;
  const isTyping = event.target.matches('input:not([type=checkbox]), select, textarea');
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && !event.shiftKey) {
    if (isTyping) return;
    event.preventDefault();
    undo();
    return;
  }
  const row = event.target.closest('.signing-rows tbody tr');
  if (!row || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  if (steps !== undefined) {
    event.preventDefault();
    move(steps, event.shiftKey);
  } else if (event.key === 'Enter' && event.target.matches('.pick')) {
    event.preventDefault();
    row.querySelector('[data-edit]')?.click();
  } else if (!event.shiftKey && !event.repeat && lettersAreOn()) {
    const button = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!button) return;
    event.preventDefault();
    save(button.form, button, true);
  }
}

function move(steps, isExtending) {
  const all = picks();
  const from = all.findIndex((pick) => codeOf(pick) === current);
  const to = Math.min(Math.max(from + steps, 0), all.length - 1);
  if (isExtending) {
    extent ??= { from, before: new Set(all.filter((pick) => pick.checked)) };
    const [first, last] = [Math.min(extent.from, to), Math.max(extent.from, to)];
    for (const [i, pick] of all.entries()) {
      pick.checked = extent.before.has(pick) || (i >= first && i <= last);
    }
    showCount();
  } else {
    extent = null;
  }
  all[to]?.focus();
}

function onChange({ target }) {
  if (target.id === 'bogstavtaster') {
    localStorage.setItem(LETTERS_KEY, target.checked ? 'til' : 'fra');
  } else if (target.matches('.pick')) {
    extent = null;
    showCount();
  }
}

let lastClicked = '';

function onClick(event) {
  const { target } = event;
  if (!grid() || event.ctrlKey || event.metaKey) return;
  if (target.matches('.pick')) {
    if (event.shiftKey) chooseUpTo(target);
    lastClicked = codeOf(target);
    return;
  }
  const chooser = target.closest('[data-choose]');
  const editor = target.closest('[data-edit]');
  if (chooser) {
    event.preventDefault();
    for (const pick of picks()) pick.checked = chooser.dataset.choose === 'all';
    showCount();
  } else if (editor) {
    event.preventDefault();
    send(() => fetch(editor.href));
  }
}

/** A click with Shift does to all rows since the last click what it does to its own. */
function chooseUpTo(target) {
  const all = picks();
  const ends = [all.findIndex((pick) => codeOf(pick) === lastClicked), all.indexOf(target)];
  if (ends[0] < 0) return;
  for (const pick of all.slice(Math.min(...ends), Math.max(...ends) + 1)) pick.checked = target.checked;
}

function onSubmit(event) {
  const form = event.target;
  if (!grid() || !form.matches('[data-quick], [data-undo]')) return;
  event.preventDefault();
  save(form, event.submitter, false);
}

function undo() {
  queue.then(() => {
    const form = document.querySelector('[data-undo]');
    if (form) save(form, null, false);
    else tell('Der er ikke mere at fortryde her. Se ændringsloggen.');
  });
}

/**
 * Sends a form as its button would.
 * @param hasCurrent the row that the keyboard is on stands for the chosen ones when there are none
 */
function save(form, submitter, hasCurrent) {
  const isGrid = form.id === 'underskrifter';
  const all = isGrid ? picks() : [];
  const checked = all.filter((pick) => pick.checked);
  const chosen = checked.length > 0 || !hasCurrent ? checked : all.filter((pick) => codeOf(pick) === current);
  // The next key means the next row, also before this one is answered.
  for (const pick of checked) pick.checked = false;
  showCount();
  send(
    () => {
      // The page may have been replaced since the key was pressed, and the rows may have new revisions.
      const fields = new FormData((form.id && document.getElementById(form.id)) || form);
      if (submitter?.name) fields.set(submitter.name, submitter.value);
      if (isGrid) fields.delete('kommune');
      for (const pick of chosen) {
        fields.append('kommune', (document.getElementById(pick.id) ?? pick).value);
      }
      return fetch(form.action, { method: 'POST', body: new URLSearchParams(fields) });
    },
    () => {
      for (const pick of checked) pick.checked = true;
      showCount();
    },
  );
}

function send(request, onFailure = () => {}) {
  queue = queue.then(request).then(show, () => {
    onFailure();
    tell('Der er ingen forbindelse til portalen. Intet er gemt. Prøv igen.', true);
  });
}

/** Puts the content of the answer in the place of this page's, and the clerk back where they were. */
async function show(response) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const answer = page.querySelector('main');
  if (!answer) return location.reload();
  const index = picks().findIndex((pick) => codeOf(pick) === current);
  const { id: focusId, value: typed } = document.activeElement ?? {};
  const wasInRows = document.activeElement?.closest('.signing-rows') !== null;
  main.replaceChildren(...answer.childNodes);
  document.title = page.title;
  if (response.ok) history.replaceState(null, '', response.url);
  const all = picks();
  // A row that the filter no longer shows leaves its place to the next.
  if (!all.some((pick) => codeOf(pick) === current)) {
    current = all.length > 0 ? codeOf(all[Math.min(Math.max(index, 0), all.length - 1)]) : '';
  }
  prepare();
  const field = focusId && document.getElementById(focusId);
  if (response.ok && field?.matches('.signing-fields input')) field.value = typed;
  putFocus(focusId, wasInRows);
  const receipt = main.querySelector('.receipt');
  receipt?.removeAttribute('role');
  tell(receipt?.querySelector('p')?.textContent.trim() ?? '');
}

function putFocus(focusId, wasInRows) {
  const faults = document.getElementById('fejl');
  const opened = main.querySelector('.row-form select');
  const row = picks().find((pick) => codeOf(pick) === current);
  const same = focusId ? document.getElementById(focusId) : null;
  const target = faults ?? opened ?? (wasInRows ? row : same) ?? row ?? main;
  target.focus();
}

function tell(text, isVisible = false) {
  told.textContent = '';
  setTimeout(() => {
    told.textContent = text;
  }, 50);
  if (!isVisible || !grid()) return;
  const line = document.createElement('p');
  line.className = 'notice notice-warning';
  line.dataset.offline = '';
  line.textContent = text;
  grid().querySelector('[data-offline]')?.remove();
  grid().prepend(line);
}
