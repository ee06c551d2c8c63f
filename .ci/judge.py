"""Makes the editions of testdata and the corpus with the command, judges every edition in the folder, and compares the
findings with those expected. Arguments: COMMAND FOLDER EXPECTED [corpus names]. Nothing in the corpus may stand out of its place.

The print edition is made once for each setting of SETTINGS, and veraPDF holds each to what it claims: those with other settings
than the default are in folders of their names.

A finding is a line "FILE JUDGE RULE", FILE being the edition's path in the folder. .ci/expected lists, one a line, those that an
open issue will mend; a line there that is no longer found fails too, so that the list only shrinks."""
import concurrent.futures, glob, json, os, re, shlex, subprocess, sys, tempfile

command, folder, expected_file = sys.argv[1:4]
CORPUS = '../shared/corpus'
FONTS = '/usr/share/fonts/'
BOOK, SMALL = ['-style', 'book', '-page', '6x9in'], ['-style', 'book', '-page', 'a5']
BOOKS = {
    'report.txt': [], 'S.md': [], 'M.md': [], 'L.md': [],
    'wasteland/book.json': BOOK, 'wasteland/book.md': BOOK,
    'statute-de/book.json': SMALL, 'manual/book.json': SMALL, 'algebra/book.json': SMALL,
    'kusamakura-ja/book.json': SMALL + ['-font', 'text=' + FONTS + 'opentype/ipaexfont-mincho/ipaexm.ttf'],
    'sailing-he/book.json': SMALL + ['-font', 'fallback=' + FONTS + 'truetype/noto/NotoSerifHebrew-Regular.ttf'],
}
# What the print edition is made with, by the folder, and the flavours of veraPDF that it has to satisfy. A file of PDF/A-4 that
# carries another, a source or a formula's MathML, is one of A-4f.
SETTINGS = {
    '': ([], 'ua1,2a'),
    'source/': (['-source'], 'ua1,3a'),
    'ua2/': (['-pdf', 'ua2'], 'ua2,4'),
    'ua2-source/': (['-pdf', 'ua2', '-source'], 'ua2,4f'),
}
OVERFULL = re.compile('too (wide|large) for its (place|page)')
findings, judged, problems = [], 0, []


def run(args, **kw):
    return subprocess.run(args, capture_output=True, text=True, **kw)


def editions(name, source, args=()):
    """Makes the editions, and the print edition with each setting; returns what the command warned of."""
    for setting, (flags, _) in SETTINGS.items():
        if setting:
            make(setting + name, source, [*args, '-to', 'pdf', *flags])
    return make(name, source, args)


def make(name, source, args):
    out = os.path.join(folder, name)
    os.makedirs(out, exist_ok=True)
    r = run([command, '-o', out, *args, source])
    if r.returncode:
        problems.append('%s: offprint exits %d: %s' % (source, r.returncode, r.stderr.strip()[-500:]))
    return r.stderr.splitlines()


def rel(f):
    return os.path.relpath(f, folder)


def flavours(f):
    setting = next((s for s in SETTINGS if s and rel(f).startswith(s)), '')
    want = SETTINGS[setting][1]
    with open(f, 'rb') as data:
        carries = b'<pdfaid:conformance>F<' in data.read()
    return want + 'f' if want.endswith(',4') and carries else want


def vera(want, files):
    out = []
    r = run(shlex.split(os.environ['OFFPRINT_VERA']) + ['-max', '2', want] + files)
    lines = [json.loads(l) for l in r.stdout.splitlines() if l.startswith('{')]
    if len(lines) != 2 * len(files):
        problems.append('veraPDF judged %d of %d: %s' % (len(lines), 2 * len(files), r.stderr[-300:]))
    for j in lines:
        if j.get('compliant') is None:
            problems.append('%s: veraPDF: %s' % (rel(j['file']), j.get('exception')))
        for rule in j.get('rules', []):
            out.append(('%s vera-%s %s-%s' % (rel(j['file']), j['flavour'], rule['clause'], rule['test']),
                        '%s %s' % (rule.get('message'), rule.get('where'))))
    return out


def qpdf(f):
    r = run(['qpdf', '--check', f])
    return [('%s qpdf %d' % (rel(f), r.returncode), (r.stdout + r.stderr)[-300:])] if r.returncode else []


def epubcheck(f):
    with tempfile.TemporaryDirectory() as t:
        run(shlex.split(os.environ['OFFPRINT_EPUBCHECK']) + [f, '--json', t + '/r.json'])
        try:
            j = json.load(open(t + '/r.json'))
        except OSError as x:
            problems.append('%s: EPUBCheck gave no report: %s' % (rel(f), x))
            return []
        return [('%s epubcheck %s' % (rel(f), m['ID']), m['message'] + ' ' + str(m.get('locations', [])[:1]))
                for m in j['messages'] if m['severity'] in ('FATAL', 'ERROR', 'WARNING')]


def ace(f):
    with tempfile.TemporaryDirectory() as t:
        r = run(shlex.split(os.environ['OFFPRINT_ACE']) + ['-f', '-s', '-o', t, f], timeout=900)
        try:
            j = json.load(open(t + '/report.json'))
        except OSError:
            problems.append('%s: Ace gave no report: %s' % (rel(f), r.stderr[-300:]))
            return []
        return [('%s ace %s' % (rel(f), s['earl:test'].get('dct:title')), str(s['earl:result'].get('dct:description'))[:300])
                for d in j['assertions'] for s in d['assertions']]


def browser(files):
    r = run(shlex.split(os.environ['OFFPRINT_BROWSER']) + files)
    read = [json.loads(l) for l in r.stdout.splitlines() if l.startswith('{')]
    if len(read) != len(files):
        problems.append('the browser read %d of %d: %s' % (len(read), len(files), r.stderr[-300:]))
    return [('%s browser %s' % (rel(j['file']), f['rule']), f['where']) for j in read for f in j['findings']]


for case in sorted(glob.glob('testdata/*/')):
    for source in sorted(glob.glob(case + 'input.*')):
        editions(case.rstrip('/'), source)
if os.path.isdir(CORPUS):
    for b in sys.argv[4:] or BOOKS:
        problems += [w for w in editions('corpus/' + b, os.path.join(CORPUS, b), BOOKS.get(b, ())) if OVERFULL.search(w)]

pdfs = sorted(glob.glob(folder + '/**/*.pdf', recursive=True))
epubs = sorted(glob.glob(folder + '/**/*.epub', recursive=True))
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    kinds = sorted({flavours(f) for f in pdfs})
    jobs = [pool.submit(vera, k, [f for f in pdfs if flavours(f) == k]) for k in kinds] + [pool.submit(browser, epubs)] + \
        [pool.submit(j, f) for f in pdfs for j in (qpdf,)] + \
        [pool.submit(j, f) for f in epubs for j in (epubcheck, ace)]
    for job in jobs:
        findings += job.result()
        judged += 1

expected = {l.strip() for l in open(expected_file) if l.strip() and not l.startswith('#')}
found = {k for k, _ in findings}
for k, text in sorted(set(findings)):
    if k not in expected:
        problems.append('%s: %s' % (k, text))
problems += ['%s is expected and no longer found: take it out of %s' % (k, expected_file) for k in sorted(expected - found)]
for p in problems:
    print(p)
print('%d PDF and %d EPUB files judged, %d findings expected' % (len(pdfs), len(epubs), len(expected & found)))
print('%d passed, %d failed' % (judged, len(problems)))
sys.exit(1 if problems or not pdfs or not epubs else 0)
