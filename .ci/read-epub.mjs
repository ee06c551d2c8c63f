// Reads e-reader editions in headless Chromium, as a reader without pop-ups would.
//   node read-epub.mjs [-shots DIR] FILE.epub...
// In each content document it follows note calls to their notes and back, and, in the dark style, measures the contrast of every
// text with what is behind it (WCAG 2.1, 1.4.6: 7:1). One line of JSON a file: {file, calls, texts, findings: [{rule, where}]}.
// With -shots it also saves each document as it looks on a phone and a tablet, light and dark.
// Puppeteer is the one that Ace brings: PUPPETEER_FROM is the folder of its package, PUPPETEER_EXECUTABLE_PATH the browser.
import fs from 'fs';
import os from 'os';
import path from 'path';
import {createRequire} from 'module';
import {execFileSync} from 'child_process';
import {pathToFileURL} from 'url';

const puppeteer = createRequire(process.env.PUPPETEER_FROM + '/')('puppeteer');
const args = process.argv.slice(2);
const shots = args[0] === '-shots' ? args.splice(0, 2)[1] : '';
const CALLS = 8; // that are followed in each document
const SIZES = {phone: {width: 390, height: 844}, tablet: {width: 820, height: 1180}};
const dark = on => [{name: 'prefers-color-scheme', value: on ? 'dark' : 'light'}];

// target returns what the page's address names, and whether it shows.
const target = page => page.evaluate(() => {
  const e = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!e) return {id: ''};
  const r = e.getBoundingClientRect();
  return {id: e.id, role: e.getAttribute('role'), shows: r.height > 0 && r.bottom > 0 && r.top < innerHeight,
    back: [...e.querySelectorAll('[role=doc-backlink]')].map(a => a.getAttribute('href'))};
});

async function follow(page, url, findings) {
  const calls = await page.evaluate(() => [...document.querySelectorAll('a[role=doc-noteref]')].map(a => [a.getAttribute('href'), a.id]));
  for (const [href, id] of calls.slice(0, CALLS)) {
    const where = path.basename(url) + ' ' + href;
    const click = async h => {
      const to = await page.evaluate(h => { // the address as the browser writes it: an id outside ASCII is escaped there
        const a = [...document.querySelectorAll('a')].find(a => a.getAttribute('href') === h);
        a.click();
        return a.href;
      }, h);
      await page.waitForFunction(to => location.href === to, {timeout: 10000}, to);
      await page.waitForFunction(() => document.readyState === 'complete');
    };
    try {
      await click(href);
      const note = await target(page);
      if (note.role !== 'doc-footnote' || !note.shows) findings.push({rule: 'a call leads to no note that shows', where});
      else if (note.back.length !== 1) findings.push({rule: 'a note without one way back', where});
      else {
        await click(note.back[0]);
        const call = await target(page);
        if (!call.shows || (id && call.id !== id)) findings.push({rule: 'the way back leads elsewhere', where});
      }
    } catch (e) {
      findings.push({rule: 'a link does not lead on', where: where + ': ' + e.message});
    }
    if (!page.url().startsWith(url)) await page.goto(url);
  }
  return Math.min(calls.length, CALLS);
}

// contrast measures every text of the page and returns how many there are.
const contrast = (page, name, findings) => page.evaluate(() => {
  const rgb = s => s.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const probe = document.body.appendChild(document.createElement('div'));
  probe.style.backgroundColor = 'Canvas';
  const canvas = rgb(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const low = [];
  let texts = 0;
  const measure = (style, from, text) => {
    texts++;
    let back = canvas;
    for (let e = from; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0) { back = c; break; }
    }
    const [a, b] = [light(rgb(style.color)), light(back)].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 7) low.push(text);
  };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walk.nextNode());) {
    if (n.data.trim() && !n.parentElement.closest('math annotation')) measure(getComputedStyle(n.parentElement), n.parentElement, n.data.trim().slice(0, 40));
  }
  for (const e of document.querySelectorAll('hr')) measure(getComputedStyle(e, '::before'), e, 'a change of scene'); // its mark is the style sheet's
  return {texts, low, canvas};
}).then(({texts, low, canvas}) => {
  if (Math.max(...canvas.slice(0, 3)) > 80) findings.push({rule: 'the dark style is not dark', where: name + ' ' + canvas});
  for (const t of low.slice(0, 3)) findings.push({rule: 'less contrast than 7:1 in the dark', where: name + ' "' + t + '"'});
  return texts;
});

const browser = await puppeteer.launch({executablePath: process.env.PUPPETEER_EXECUTABLE_PATH, args: ['--no-sandbox'], headless: true, protocolTimeout: 300000});
for (const file of args) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'epub-'));
  const result = {file, calls: 0, texts: 0, findings: []};
  try {
    execFileSync('python3', ['-m', 'zipfile', '-e', file, dir]);
    const page = await browser.newPage();
    await page.setViewport(SIZES.phone);
    const folder = path.join(dir, 'EPUB', 'xhtml');
    for (const name of ['../nav.xhtml', ...fs.readdirSync(folder).sort()]) {
      const url = pathToFileURL(path.join(folder, name)).href;
      await page.emulateMediaFeatures(dark(true));
      await page.goto(url);
      result.texts += await contrast(page, name, result.findings);
      result.calls += await follow(page, url, result.findings);
      if (!shots) continue;
      for (const [size, view] of Object.entries(SIZES)) for (const on of [false, true]) {
        await page.setViewport(view);
        await page.emulateMediaFeatures(dark(on));
        await page.goto(url);
        await page.screenshot({path: path.join(shots, [path.basename(file, '.epub'), path.basename(name, '.xhtml'), size, on ? 'dark' : 'light'].join('-') + '.png')});
      }
      await page.setViewport(SIZES.phone);
    }
    await page.close();
  } finally {
    fs.rmSync(dir, {recursive: true});
  }
  console.log(JSON.stringify(result));
}
await browser.close();
