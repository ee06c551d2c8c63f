// Uses the page of examples/browser in headless Chromium, as a reader of its README would.
//   node use-page.mjs [-shots DIR] URL CASES
// CASES is a JSON list of {name, open: [FILE...], style, made: FOLDER}: files are opened, a style is chosen, the three editions are
// saved, and are to be the same bytes as NAME.pdf, NAME.epub and NAME.txt in the folder; a case that opens nothing is the text that
// the page begins with. The page is to ask no other host for anything, to say where a text is at fault, to be stopped, to have no
// finding of axe-core (contrast at 7:1), light and dark, and to be no wider than a phone. Exit status 1 if it falls short.
// Puppeteer and axe-core are those that Ace brings: PUPPETEER_FROM is the folder of its package, PUPPETEER_EXECUTABLE_PATH the browser.
import fs from 'fs';
import os from 'os';
import path from 'path';
import {createRequire} from 'module';

const require = createRequire(process.env.PUPPETEER_FROM + '/');
const puppeteer = require('puppeteer');
const axe = fs.readFileSync(require.resolve('@daisy/axe-core-for-ace/axe.min.js'), 'utf8');
const args = process.argv.slice(2);
const shots = args[0] === '-shots' ? args.splice(0, 2)[1] : '';
const [url, cases] = [args[0], JSON.parse(args[1])];
const WAIT = {timeout: 240000};
const SIZES = {phone: {width: 390, height: 844, deviceScaleFactor: 2}, desktop: {width: 1440, height: 900}};

const findings = [];
const finding = text => { findings.push(text); console.log('FAIL ' + text); };
const saved = fs.mkdtempSync(path.join(os.tmpdir(), 'page-'));
const browser = await puppeteer.launch({executablePath: process.env.PUPPETEER_EXECUTABLE_PATH, args: ['--no-sandbox'], headless: true, protocolTimeout: 300000});
const page = await browser.newPage();
page.on('pageerror', e => finding('the page fails: ' + e.message));
page.on('console', m => { if (m.type() === 'error') finding('the console says: ' + m.text()); });
page.on('request', r => { if (!/^(blob|data|chrome|chrome-extension):/.test(r.url()) && !r.url().startsWith(url)) finding('asks for ' + r.url()); });
const control = await browser.target().createCDPSession();
await control.send('Browser.setDownloadBehavior', {behavior: 'allow', downloadPath: saved});

const text = id => page.$eval('#' + id, e => e.textContent);
const says = start => page.waitForFunction(start => document.getElementById('status').textContent.startsWith(start), WAIT, start);
const MADE = 'Three editions made';

// write sets the source and asks for editions of it.
async function write(source) {
  await page.$eval('#source', (e, source) => { e.value = source; }, source);
  await page.click('#make');
}

// save saves an edition and returns its bytes.
async function save(name) {
  const file = path.join(saved, name);
  fs.rmSync(file, {force: true});
  await page.evaluate(name => document.querySelector(`#saves a[download="${name}"]`).click(), name);
  for (let i = 0; i < 300 && !fs.existsSync(file); i++) await new Promise(ok => setTimeout(ok, 100)); // Chromium renames it when it is whole
  return fs.readFileSync(file);
}

// same makes the editions of a case and compares them.
async function same({name, open, style, made}) {
  if (style) await page.select('#style', style);
  const input = await page.$('#open');
  if (open.length > 0) await input.uploadFile(...open);
  await page.waitForSelector(`#saves a[download="${name}.pdf"]`, WAIT);
  await says(MADE);
  for (const kind of ['pdf', 'epub', 'txt']) {
    const file = name + '.' + kind;
    const here = await save(file);
    if (!here.equals(fs.readFileSync(path.join(made, file)))) finding(file + ' of the page is not that of the command');
  }
  console.log(name + ': ' + await text('status'));
}

// look judges the page as it is, on each screen and in each style.
async function look(name) {
  for (const [size, view] of Object.entries(SIZES)) for (const scheme of ['light', 'dark']) {
    await page.setViewport(view);
    await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    await page.evaluate(axe);
    const {violations} = await page.evaluate(() => axe.run(document, {iframes: false, rules: {'color-contrast-enhanced': {enabled: true}}}));
    for (const v of violations) finding(`axe, ${size}, ${scheme}: ${v.id}: ${v.nodes[0].target}: ${v.nodes[0].failureSummary}`);
    const wide = await page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
    if (wide > 0) finding(`${size}: ${wide} pixels wider than the screen`);
    await page.evaluate(() => scrollTo(0, 0));
    if (shots) await page.screenshot({path: path.join(shots, `${name}-${size}-${scheme}.png`), fullPage: size === 'phone'});
  }
}

try {
  const begun = Date.now();
  await page.setViewport(SIZES.desktop);
  await page.goto(url);
  await says(MADE);
  console.log(`first editions ${((Date.now() - begun) / 1000).toFixed(1)} s after the page is asked for`);
  const sample = await page.$eval('#source', e => e.value);
  for (const c of cases) {
    await page.$eval('#status', e => { e.textContent = ''; });
    if (c.open.length === 0) await page.click('#make');
    await same(c);
  }
  await look('made');

  await page.select('#syntax', 'markdown');
  await write('---\ntitle: [open\n---\n\nText.\n');
  await says('No editions');
  if (!/line 2: metadata/.test(await text('error'))) finding('a fault is told as: ' + await text('error'));
  await look('fault');

  await write(sample + '\n\nA paragraph to be set.\n'.repeat(20000));
  await page.click('#stop');
  await says('Stopped.');
  await write(sample);
  await says(MADE);
  if (await text('error')) finding('a fault is still told of a text without one');
} catch (e) {
  finding(e.message + '; the page says: ' + await text('status').catch(() => 'nothing'));
}
await browser.close();
fs.rmSync(saved, {recursive: true});
console.log(findings.length + ' findings');
process.exit(findings.length ? 1 : 0);
