package pdf

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render/internal/layout"
	"github.com/offprint-go/offprint/render/internal/tex"
)

// flat is the plain text of a title with the formulas in it, for where it is
// printed again: in running heads, and over the notes of a chapter. A face of
// text need not have the characters that a formula is spelled with.
func flat(ns doc.Inlines) doc.Inlines {
	var formulas []*doc.Math
	s := doc.PlainTextFunc(ns, func(m *doc.Math) string {
		if _, err := tex.Parse(m.TeX); err != nil {
			return m.TeX
		}
		formulas = append(formulas, m)
		return object
	})
	var out doc.Inlines
	for i, t := range strings.Split(s, object) {
		if i > 0 && i <= len(formulas) {
			out = append(out, formulas[i-1])
		}
		if t != "" {
			out = append(out, doc.Text(t))
		}
	}
	return out
}

// shorten drops the last word of a flat title, or its last formula. What is
// left ends in an ellipsis; of one word nothing is dropped.
func shorten(ns doc.Inlines) (doc.Inlines, bool) {
	if len(ns) == 0 {
		return ns, false
	}
	rest := ns[: len(ns)-1 : len(ns)-1]
	last, _ := ns[len(ns)-1].(doc.Text)
	s := strings.TrimSuffix(string(last), "…")
	i := strings.LastIndexByte(s, ' ')
	switch {
	case i >= 0 && strings.TrimSpace(s[:i]) != "":
		return append(rest, doc.Text(strings.TrimSuffix(s[:i], ",")+"…")), true
	case len(rest) == 0:
		return ns, false
	case last != "" && strings.TrimSpace(s) == "": // the ellipsis, or a space
		return shorten(rest)
	}
	return append(rest, doc.Text("…")), true
}

// line makes a line of a flat title, or of other words of furniture.
func (f *flow) line(ns doc.Inlines, ts textStyle) *layout.Line {
	t := &text{}
	ts.noHyphens = true
	for _, n := range ns {
		switch n := n.(type) {
		case doc.Text:
			t.add(string(n), textRun{style: ts}, true)
		case *doc.Math:
			f.repeatedFormula(t, n, ts)
		}
	}
	p := &layout.Para{Align: layout.Start, RTL: f.rtl()}
	f.set.set(t, p)
	n := len(p.Items) - 3
	l := &layout.Line{Para: p, End: n}
	for _, it := range p.Items[:n] {
		l.Width += layout.Unit(it.Width)
	}
	return l
}

// repeatedFormula sets a formula that the title itself has reported on.
func (f *flow) repeatedFormula(t *text, n *doc.Math, ts textStyle) {
	m, err := tex.Parse(n.TeX)
	if err != nil {
		return // flat has left it out
	}
	style := f.set.intern(ts)
	ink := &formula{style: style, offset: -1, parts: f.mathSetter(style).Line(m)}
	t.isolated(isolateLTR, func() { t.object(textRun{style: ts}, event{ink: ink}) })
}
