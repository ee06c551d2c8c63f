package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"reflect"
	"sync"
	"time"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/layout"
)

// A Renderer makes print editions. Its zero value makes a report on A4 in the
// default faces.
type Renderer struct {
	// Style is every measure of the edition; the zero Style is StyleReport.
	Style Style
	// Fonts are faces of the caller's.
	Fonts Fonts
	// MissingBox sets a box for a character that no face has, with a warning;
	// otherwise it is an error.
	MissingBox bool
	// PlainMath sets a formula whose TeX is not understood as TeX, with a
	// warning; otherwise it is an error.
	PlainMath bool
	// Profile is the set of standards that the file conforms to.
	Profile Profile
	// Press is what the profiles for a press need besides.
	Press Press
	// Source carries the document's JSON form and its images inside the file,
	// for ReadSource. UA1 and UA2 alone can.
	Source bool
	// Limits bound what is taken from a document that is not trusted.
	Limits render.Limits
	// Modified is the file's date; the zero time is the document's date of
	// revision or publication, else the start of 2000.
	Modified time.Time
	// Strict makes an error of all that Warn would be told: then nothing is
	// written.
	Strict bool
	// Warn, if not nil, is called for all that could not be set as the
	// document asks, in document order.
	Warn func(render.Warning)
}

// Render writes the print edition of d to w.
func (r Renderer) Render(ctx context.Context, w io.Writer, d *doc.Document) error {
	e, err := r.Layout(ctx, d)
	if err != nil {
		return err
	}
	_, err = e.WriteTo(w)
	return err
}

// An Edition is a document that has been set: pages that are ready to be
// written.
type Edition struct {
	ctx      context.Context
	flow     *flow
	pages    *layout.Pages
	labels   []string
	main     int // the page that the main text begins on
	modified time.Time
	press    Press
	source   bool

	mu    sync.Mutex // of what painting changes
	fonts *fontTable
}

// A document whose text names pages is set again, maxPasses times at most: the
// names' widths may move what they name. It is stable after two or three
// passes; where one name moves its own page to and fro, from settlePass on the
// names keep their room (see flow.pageRef).
const (
	settlePass = 5
	maxPasses  = 8
)

// Layout sets d. It is what Render does before it writes.
func (r Renderer) Layout(ctx context.Context, d *doc.Document) (*Edition, error) {
	if err := r.Check(); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	Preload() // while the document is checked
	r.Style = r.style()
	var warnings []render.Warning
	keep := func(w render.Warning) { warnings = append(warnings, w) }
	x, err := render.Prepare(ctx, d, r.Limits, keep)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	fs, err := r.Fonts.load()
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	r.Style = r.Style.suited(d.Meta.Lang)
	mathFace := sync.OnceValues(r.Fonts.math)
	if len(r.Fonts.Math.Data) > 0 {
		if _, err := mathFace(); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
	}
	accent, _ := parseColor(r.Style.Accent)
	r.accessible(d, x, fs, keep)
	prepared := len(warnings)
	set, err := r.setter(fs)
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	images := &imageStore{ctx: ctx, limits: r.Limits, budget: r.Limits.ImageBudget(), files: d.Files, images: map[string]*picture{}, gray: r.Profile == X1a}
	known := map[string]place{}
	var e *Edition
	inOrder, anew := false, false
	for pass := 1; ; pass++ {
		warnings = warnings[:prepared]
		if anew { // a word that was shaped before is not reported again
			set = set.fresh()
		}
		f := &flow{ctx: ctx, d: d, x: x, st: &r.Style, warn: keep, pages: known, set: set, tags: newTagger(), apart: map[string]*doc.NoteEntry{},
			profile: r.Profile, images: images, accent: accent, box: r.MissingBox, missing: map[rune]bool{},
			plainMath: r.PlainMath, mostPages: r.Limits.MostPages(), mathFace: mathFace, inOrder: inOrder}
		set.missing = f.missingGlyph
		f.settle = pass >= settlePass
		e, err = f.layout()
		if !inOrder && set.lexicon.missing.Load() && ctx.Err() == nil {
			inOrder, anew = true, true
			pass--
			continue
		}
		anew = inOrder || len(f.missing) > 0
		if err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
		places := e.places()
		if !f.asked || maps.Equal(places, known) {
			break
		}
		if pass == maxPasses {
			f.warnAt("", "the numbers of pages in the text still change after %d passes: some may be wrong", pass)
			break
		}
		known = places
	}
	if err := r.Fonts.damaged(set, mathFace); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	e.flow.resolve()
	e.report()
	e.furniture()
	e.modified, e.press, e.source = r.modified(d), r.Press, r.Source
	if err := r.tell(warnings); err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	return e, nil
}

// tell reports the warnings or, if the renderer is strict, makes an error of them.
func (r *Renderer) tell(warnings []render.Warning) error {
	if r.Strict && len(warnings) > 0 {
		return strict(warnings)
	}
	if r.Warn != nil {
		for _, w := range warnings {
			r.Warn(w)
		}
	}
	return nil
}

// setter sets texts in the style in effect.
func (r *Renderer) setter(fs *faces) (*setter, error) {
	s := newSetter(fs)
	s.expansion, s.tracking = int64(r.Style.Expansion*1000), int64(r.Style.Tracking*1000)
	s.hang = r.Style.EastAsian.Hang
	var err error
	s.capitals, err = r.Fonts.smallCapitals()
	return s, err
}

// style is the style in effect.
func (r *Renderer) style() Style {
	if reflect.ValueOf(r.Style).IsZero() {
		return StyleReport()
	}
	return r.Style
}

func (r *Renderer) modified(d *doc.Document) time.Time {
	switch {
	case !r.Modified.IsZero():
		return r.Modified.UTC()
	case !d.Meta.Revised.IsZero():
		return d.Meta.Revised.Time()
	case !d.Meta.Date.IsZero():
		return d.Meta.Date.Time()
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
}

// layout sets the document once.
func (f *flow) layout() (*Edition, error) {
	book := f.book()
	if err := f.ctx.Err(); err != nil {
		return nil, err
	}
	if len(f.errs) > 0 {
		return nil, errors.Join(f.errs...)
	}
	pages, err := layout.Layout(f.ctx, book)
	if err != nil {
		return nil, f.placed(err, book.MostPages)
	}
	e := &Edition{ctx: f.ctx, flow: f, pages: pages, fonts: newFontTable()}
	e.number()
	return e, nil
}

// placed says where an edition comes to have too many pages.
func (f *flow) placed(err error, most int) error {
	var long *layout.TooLong
	if !errors.As(err, &long) {
		return err
	}
	path := ""
	if long.Source > 0 {
		path = f.sources[long.Source-1]
	}
	return &render.NodeError{Path: path, Err: fmt.Errorf("too many pages: %w", &doc.LimitError{Limit: "Pages", Most: int64(most)})}
}

// book is the whole document for layout, its parts in order.
func (f *flow) book() *layout.Book {
	st := f.st
	b := &layout.Book{
		Page: layout.Geometry{Width: st.Page.Width.unit(), Height: st.Page.Height.unit(), Top: st.Margins.Top.unit(),
			Bottom: st.Margins.Bottom.unit(), Inner: (st.Margins.Inner + st.Binding).unit(), Outer: st.Margins.Outer.unit(), TwoSided: st.TwoSided, RTL: f.rtl()},
		Grid: st.Leading.unit(), MostPages: f.mostPages,
		Notes: f.noteStyle(),
	}
	if f.rtl() {
		f.tags.root.Attrs = append(f.tags.root.Attrs, writingMode)
	}
	if st.Draft != "" {
		f.draftStyle() // a character that no face has is told now
	}
	f.plan()
	b.Blocks = f.parts(f.textFrame())
	b.Set = f.textSetter
	return b
}

func (f *flow) noteStyle() layout.NoteStyle {
	lead, measure := f.st.Leading.unit(), f.st.column().unit()
	if f.st.Notes.Across {
		measure = f.st.measure().unit()
	}
	return layout.NoteStyle{Across: f.st.Notes.Across, Gap: scale(lead, 0.75), Rule: f.ruleInk(), RuleWidth: scale(measure, f.st.Notes.Rule),
		RuleHeight: f.st.Rules.Light.unit(), AfterRule: scale(lead, 0.3), ContWidth: scale(measure, f.st.Notes.Rule*2)}
}

// report warns of what layout could not set well.
func (e *Edition) report() {
	for _, p := range e.pages.Problems {
		path := ""
		if p.Source > 0 && int(p.Source) <= len(e.flow.sources) {
			path = e.flow.sources[p.Source-1]
		}
		what := [...]string{layout.OverfullLine: "a line", layout.OverfullPage: "a box", layout.TightTable: "the table"}[p.Kind]
		e.flow.warnAt(path, "%s on page %s is %.1f pt too large for its place", what, e.labels[p.Page], float64(p.Amount)/float64(layout.Point))
	}
}

// PageMap tells where the pages begin, for the other editions.
func (e *Edition) PageMap() *render.PageMap {
	m := &render.PageMap{Source: e.sourceName(), Anchors: e.anchors()}
	for i, p := range e.pages.Pages {
		source, offset, ok := p.First()
		if !ok || e.flow.sources[source-1] == "" {
			continue
		}
		m.Pages = append(m.Pages, render.PageStart{Label: e.labels[i], Path: e.flow.sources[source-1], Offset: int(offset)})
	}
	return m
}

// sourceName names the print edition by its ISBN, else by its title.
func (e *Edition) sourceName() string {
	m := &e.flow.d.Meta
	for _, id := range m.Identifiers {
		if id.Scheme == "isbn" {
			return id.URN()
		}
	}
	return plainText(m.Title) + " (PDF)"
}
