// Everything works without this script; it only makes two things quicker.

// A changed list in a form marked data-auto-submit is sent at once, without its button.
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

// An area of the map leads where its name in the list leads.
for (const map of document.querySelectorAll('.map')) {
  map.classList.add('map-clickable');
  map.addEventListener('click', (event) => {
    const href = event.target.closest('[data-href]')?.dataset.href;
    if (href) location.assign(href);
  });
}
