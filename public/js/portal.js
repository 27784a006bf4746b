// Makes filters and choosers quicker: a changed list is sent at once, without its button.
// Works on every form marked data-auto-submit; without this script the button does the same.
const FOCUS_KEY = 'portal-focus';

for (const form of document.querySelectorAll('form[data-auto-submit]')) {
  form.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLSelectElement)) return;
    if (event.target.id) sessionStorage.setItem(FOCUS_KEY, event.target.id);
    form.requestSubmit();
  });
}

// The new page opens with focus where the reader was, so that a keyboard user can go on choosing.
const focusId = sessionStorage.getItem(FOCUS_KEY);
if (focusId) {
  sessionStorage.removeItem(FOCUS_KEY);
  document.getElementById(focusId)?.focus({ preventScroll: true });
}
