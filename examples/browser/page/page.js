// The page: takes a text and its files, has the worker make the editions, and shows them.
const $ = id => document.getElementById(id);
const TEXTS = /\.(md|markdown|txt|text)$/i;
const PLAIN = /\.(txt|text)$/i;

let name = 'sample'; // of the editions' files
let files = []; // {path, data}: what was opened beside the text
let urls = []; // of the editions that are shown
let worker, busy = false;
let asked = {id: 0}; // what was asked for last: {id, name, begun}

// ---- The worker

function start() {
  worker?.terminate();
  worker = new Worker('worker.js');
  worker.onmessage = ({data}) => {
    if (data.ended) fail('The library has stopped' + (data.error ? ': ' + data.error : '; the browser’s console says why.'), start);
    else if (data.ready && !busy) say('Ready.');
    else if (data.id === asked.id) data.error === undefined ? show(data.result) : fail(data.error);
  };
  worker.onerror = e => fail('The library cannot be started: ' + e.message);
}

function make() {
  if (busy) start(); // what is being made is no longer asked for
  working(true);
  say('Making the editions…');
  asked = {id: asked.id + 1, name, begun: performance.now()};
  worker.postMessage({id: asked.id, request: {
    source: $('source').value, syntax: $('syntax').value, name, style: $('style').value, page: $('page').value, files,
  }});
}

function stop() {
  start();
  working(false);
  say('Stopped.');
}

function working(on) {
  busy = on;
  if (!on && document.activeElement === $('stop')) $('make').focus();
  $('stop').hidden = !on;
}

const say = text => { $('status').textContent = text; };

function fail(message, then) {
  working(false);
  say($('made').hidden ? 'No editions were made.' : 'No editions were made; those shown are the last.');
  $('error').textContent = message;
  then?.();
}

// ---- What was made

const seconds = s => (s < 9.95 ? s.toFixed(2) : s.toFixed(0)) + ' s';
const size = n => n < 1e6 ? Math.ceil(n / 1e3) + ' kB' : (n / 1e6).toFixed(1) + ' MB';
const NAMES = {pdf: 'Print edition, PDF', epub: 'E-reader edition, EPUB', txt: 'Plain text'};

function element(tag, properties, ...children) {
  const e = Object.assign(document.createElement(tag), properties);
  e.append(...children);
  return e;
}

function show({editions, remarks}) {
  const {name, begun} = asked, took = performance.now() - begun;
  working(false);
  $('error').textContent = '';
  urls.forEach(URL.revokeObjectURL);
  urls = editions.map(e => URL.createObjectURL(new Blob([e.data], {type: e.media})));
  const at = Object.fromEntries(editions.map((e, i) => [e.kind, i]));
  $('saves').replaceChildren(...editions.map((e, i) => element('li', {},
    element('a', {href: urls[i], download: name + '.' + e.kind}, 'Save ' + name + '.' + e.kind),
    element('span', {}, NAMES[e.kind] + ', ' + size(e.data.length) + ', in ' + seconds(e.seconds)))));
  showPrint(urls[at.pdf]);
  $('plain').textContent = new TextDecoder().decode(editions[at.txt].data);
  $('remarks-head').textContent = remarks.length === 0 ? 'No remarks' : remarks.length === 1 ? '1 remark' : remarks.length + ' remarks';
  $('remarks-list').replaceChildren(...remarks.map(remark));
  $('remarks').open = remarks.length > 0 && remarks.length < 9;
  $('none').hidden = true;
  $('made').hidden = false;
  say('Three editions made in ' + seconds(took / 1000) + '; ' + $('remarks-head').textContent.toLowerCase() + '.');
}

// showPrint shows the print edition in its frame, where the browser can: most telephones cannot.
function showPrint(url) {
  const inside = navigator.pdfViewerEnabled !== false;
  $('print').hidden = !inside;
  $('print-apart').hidden = inside;
  $('print-link').href = url;
  if (inside) $('print').src = url + '#navpanes=0&pagemode=none&view=FitH'; // pages as wide as the frame, no list of them beside
}

function remark({line, path, message}) {
  if (line > 0) return element('li', {}, element('button', {type: 'button', className: 'place', onclick: () => goTo(line)}, 'Line ' + line), ' ' + message);
  return path ? element('li', {}, element('code', {}, path), ' ' + message) : element('li', {}, message);
}

// goTo selects a line of the source.
function goTo(line) {
  const source = $('source');
  const lines = source.value.split('\n');
  const from = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
  source.focus();
  source.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
}

// ---- What is opened

const base = path => path.slice(path.lastIndexOf('/') + 1);
const folder = path => path.slice(0, path.lastIndexOf('/') + 1);

// open takes files ({path, file}). A text among them, the one nearest to the top, replaces the text and what came with the last;
// the others are its images and fonts, by their paths from its folder.
async function open(opened) {
  const depth = f => f.path.split('/').length;
  const text = opened.filter(f => TEXTS.test(f.path)).sort((a, b) => depth(a) - depth(b) || (a.path < b.path ? -1 : 1))[0];
  const from = text ? folder(text.path) : '';
  const source = await text?.file.text();
  const beside = await Promise.all(opened.filter(f => !TEXTS.test(f.path)).map(async ({path, file}) =>
    ({path: path.startsWith(from) ? path.slice(from.length) : path, data: new Uint8Array(await file.arrayBuffer())})));
  if (text) {
    $('source').value = source;
    $('syntax').value = PLAIN.test(text.path) ? 'report' : 'markdown';
    name = base(text.path).replace(TEXTS, '');
    files = [];
  }
  files = files.filter(old => !beside.some(f => f.path === old.path)).concat(beside);
  $('files').hidden = files.length === 0;
  $('files').textContent = 'With ' + files.map(f => f.path).join(', ') + '.';
  make();
}

// within lists the files of what was dropped, a folder's with their paths in it.
async function within(entry, path = '') {
  if (entry.isFile) return [{path: path + entry.name, file: await new Promise((ok, no) => entry.file(ok, no))}];
  const reader = entry.createReader(), out = [];
  for (;;) { // a call gives a hundred at most
    const some = await new Promise((ok, no) => reader.readEntries(ok, no));
    if (some.length === 0) return out;
    for (const e of some) out.push(...await within(e, path + entry.name + '/'));
  }
}

const unlessUnread = opened => opened.catch(e => fail('A file cannot be read: ' + e.message));

addEventListener('dragover', e => {
  if (!e.dataTransfer.types.includes('Files')) return;
  e.preventDefault();
  document.body.classList.add('over');
});
addEventListener('dragleave', e => { if (!e.relatedTarget) document.body.classList.remove('over'); });
addEventListener('drop', e => {
  document.body.classList.remove('over');
  if (!e.dataTransfer.types.includes('Files')) return;
  e.preventDefault();
  const entries = [...e.dataTransfer.items].map(i => i.webkitGetAsEntry()).filter(Boolean); // before the first wait: the list is gone after it
  unlessUnread(Promise.all(entries.map(entry => within(entry))).then(files => open(files.flat())));
});

// ---- The form

$('form').addEventListener('submit', e => { e.preventDefault(); make(); });
$('source').addEventListener('keydown', e => {
  if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); make(); }
});
$('open').addEventListener('change', () => unlessUnread(open([...$('open').files].map(file => ({path: file.name, file})))));
for (const id of ['syntax', 'style', 'page']) $(id).addEventListener('change', make);
$('stop').addEventListener('click', stop);

start();
say('Starting…');
const sample = await fetch('sample.md');
if (!$('source').value) $('source').value = await sample.text();
make();
