/** What the portal is made of that others made, and on which terms. */
export const LICENCES = [
  {
    what: 'Det Fælles Designsystem (DKFDS)',
    holder: '© 2021 Danish Business Authority & Danish Agency for Digitisation',
    licence: 'MIT',
  },
  {
    what: 'IBM Plex Sans, skrifttypen',
    holder: '© 2017 IBM Corp., Reserved Font Name "Plex"',
    licence: 'SIL Open Font License 1.1',
  },
  { what: 'Material Symbols, ikonerne', holder: 'Google', licence: 'Apache License 2.0' },
  {
    what: 'Kortet over kommunerne, forenklet efter react-denmark-map 1.0.0',
    holder: '© 2022 Martin Polley',
    licence: 'MIT',
  },
] as const;

/** The text that the MIT licence asks to be passed on; the copyright lines stand in the list above. */
export const MIT_TEXT = [
  'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:',
  'The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.',
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.',
] as const;
