package pdf

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// opensLarge are the roles of chapters that may begin with a dropped capital.
var opensLarge = []doc.Role{doc.RoleNone, doc.RoleChapter, doc.RoleForeword, doc.RolePreface, doc.RolePrologue, doc.RoleIntroduction,
	doc.RoleConclusion, doc.RoleEpilogue, doc.RoleAfterword}

// firstOf is the paragraph of a section that begins with a dropped capital,
// nil if none does.
func (f *flow) firstOf(e *doc.OutlineEntry) *doc.Paragraph {
	s := e.Section
	if f.st.Chapters.DropCap < 2 || !f.chapter(e) || !slices.Contains(opensLarge, s.Role) || len(s.Blocks) == 0 {
		return nil
	}
	p, _ := s.Blocks[0].(*doc.Paragraph)
	return p
}

// A dropInk is a dropped capital. Its large letter is for the eye: on the
// baseline of a lower line it would not be found before the rest of its word.
// What is read is the small one, which is not seen, at the word's start.
type dropInk struct{ large, small *glyphs }

func (d *dropInk) String() string { return d.large.text }

// drop paints a dropped capital.
func (p *painter) drop(ink *dropInk, x, w, y layout.Unit, tag layout.Tag) {
	p.silent(plainArtifact, func() { p.word(ink.large, x, y, asIs) })
	p.tagged(tag)
	p.beginText()
	p.buf.WriteString("3 Tr\n")
	p.word(ink.small, x+w-ink.small.width, y, asIs)
	p.endText()
	p.buf.WriteString("0 Tr\n")
}

// hideCap gives the first letter of a paragraph with a dropped capital its
// ink, and the lines beside it their room.
func (f *flow) hideCap(p *layout.Para, style textStyle) {
	if p.Drop.Lines == 0 {
		return
	}
	p.Drop.Width += style.size/8 - layout.Unit(p.Items[0].Left) // by which it hangs out
	if g, ok := p.Pieces[0].Ink.(*glyphs); ok {
		if small := f.set.shape(f.set.intern(style), []byte(g.text)); len(small) == 1 {
			p.Pieces[0].Ink = &dropInk{g, small[0]}
		}
	}
}

// openingMarks is how many bytes of marks that open a quotation a text begins with.
// They are set as large as the letter that they stand before (CSS Inline Layout
// 3, 2.1).
func openingMarks(b []byte) int {
	n := 0
	for {
		r, k := utf8.DecodeRune(b[n:])
		if !unicode.In(r, unicode.Pi, unicode.Ps) && r != '¿' && r != '¡' {
			return n
		}
		n += k
	}
}

// runOf is the run that holds byte i of a text, and those after it; ok is false
// if what stands before it is set in another way: the marks of a quotation that
// the text begins with are runs of their own.
func runOf(runs []textRun, i int) (run textRun, rest []textRun, ok bool) {
	for k := range runs {
		if runs[k].style != runs[0].style || runs[k].tag != runs[0].tag || runs[k].link != runs[0].link {
			break
		}
		if k+1 == len(runs) || runs[k+1].start > i {
			return runs[k], runs[k+1:], true
		}
	}
	return textRun{}, nil, false
}

// dropCap makes the first letter of a text a dropped capital and the rest of
// its word small capitals. It tells the room that the capital takes. Scripts
// that run from right to left have no capitals.
func (f *flow) dropCap(t *text, fr *frame) layout.Drop {
	before := openingMarks(t.buf)
	r, n := utf8.DecodeRune(t.buf[before:])
	n += before
	first, rest, ok := runOf(t.runs, before)
	if fr.rtl || !unicode.IsLetter(r) || !ok || len(rest) > 0 && rest[0].start < n {
		return layout.Drop{}
	}
	end := n
	for end < len(t.buf) {
		r, k := utf8.DecodeRune(t.buf[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += k
	}
	if len(rest) > 0 {
		end = min(end, rest[0].start)
	}
	at := func(start int, s textStyle) textRun {
		run := first
		run.start, run.style = start, s
		if run.offset >= 0 {
			run.offset += max(start-first.start, 0)
		}
		return run
	}
	lines := f.st.Chapters.DropCap
	face := f.set.faces[first.style.cut][0]
	// The capital reaches from the first line's capitals to the last line's
	// baseline.
	em, height := layout.Unit(face.UnitsPerEm()), layout.Unit(face.CapHeight())
	large := first.style
	large.rise = -layout.Unit(lines-1) * fr.leading
	large.size += layout.Unit(lines-1) * fr.leading * em / max(height, em/3)
	large.features, large.track, large.noHyphens = 0, 10, true
	small := first.style
	small.features |= smallCaps
	small.track, small.noHyphens = 40, true
	runs := []textRun{at(0, large)}
	if end > n {
		runs = append(runs, at(n, small))
	}
	if len(rest) == 0 && end < len(t.buf) || len(rest) > 0 && end < rest[0].start {
		runs = append(runs, at(end, first.style))
	}
	t.runs = append(runs, rest...)
	return layout.Drop{Lines: lines, Width: f.measureText(&large, string(t.buf[:n]))}
}
