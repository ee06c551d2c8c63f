package epub

import (
	"strconv"

	"github.com/offprint-go/offprint/doc"
	"github.com/offprint-go/offprint/render"
	"github.com/offprint-go/offprint/render/internal/syntax"
)

// percent writes a share.
func percent(x float64) string { return strconv.FormatFloat(100*x, 'f', -1, 64) + "%" }

// blocks writes a sequence of blocks; in a tight list a paragraph is its text.
func (w *writer) blocks(bs doc.Blocks, tight bool) {
	for _, b := range bs {
		w.block(b, tight)
		w.line()
	}
}

func (w *writer) block(b doc.Block, tight bool) {
	switch b := b.(type) {
	case *doc.Paragraph:
		w.paragraph(b, tight)
	case *doc.List:
		w.list(b)
	case *doc.DefinitionList:
		w.definitions(b)
	case *doc.Quote:
		w.element("blockquote", []string{"id", w.x.Anchor(b)}, func() {
			w.blocks(b.Content, false)
			w.attribution(b, b.Attribution)
		})
	case *doc.Letter:
		w.letter(b)
	case *doc.Verse:
		w.verse(b)
	case *doc.CodeBlock:
		w.code(b)
	case *doc.Table:
		w.beside++
		w.table(b)
		w.beside--
	case *doc.Figure:
		w.beside++
		w.figure(b)
		w.beside--
	case *doc.MathBlock:
		w.mathBlock(b)
	case *doc.Aside:
		w.aside(b)
	case *doc.Division:
		w.local("div", []string{"id", w.x.Anchor(b)}, b.Lang, b.Dir, func() { w.blocks(b.Content, false) })
	case doc.SceneBreak:
		w.empty("hr", "class", "scene")
	case doc.PageBreak:
		w.empty("div", "class", "pagebreak")
		w.out = append(w.out[:len(w.out)-2], "></div>"...) // HTML has no empty div
	default:
		w.fail(b, w.path, render.ErrUnsupported)
	}
}

func (w *writer) paragraph(b *doc.Paragraph, tight bool) {
	w.sourced(b, func() {
		text := func() {
			w.inlines(b.Content)
			w.flush()
		}
		if id := w.x.Anchor(b); tight && id == "" {
			text()
		} else {
			w.element("p", []string{"id", id}, text)
		}
	})
}

func (w *writer) attribution(n doc.Node, ns doc.Inlines) {
	if len(ns) == 0 {
		return
	}
	w.sourced(n, func() {
		w.element("p", []string{"class", "attribution"}, func() {
			w.arrive()
			w.generated("— ")
			w.inlines(ns)
			w.flush()
		})
	})
}

// letter writes each part of a letter as a paragraph of its class.
func (w *writer) letter(b *doc.Letter) {
	part := func(class string, ns doc.Inlines) {
		if len(ns) > 0 {
			w.element("p", []string{"class", class}, func() { w.inlines(ns) })
			w.line()
		}
	}
	w.sourced(b, func() {
		w.element("blockquote", []string{"class", "letter", "id", w.x.Anchor(b)}, func() {
			w.line()
			part("dateline", b.Dateline)
			part("address", b.Address)
			part("salutation", b.Salutation)
			w.blocks(b.Content, false)
			part("closing", b.Closing)
			part("signature", b.Signature)
			if len(b.Postscript) > 0 {
				w.element("div", []string{"class", "postscript"}, func() { w.blocks(b.Postscript, false) })
			}
			w.flush()
		})
	})
}

var listTypes = map[doc.NumberStyle]string{doc.LowerAlpha: "a", doc.UpperAlpha: "A", doc.LowerRoman: "i", doc.UpperRoman: "I"}

func (w *writer) list(b *doc.List) {
	tag, attrs := "ul", []string{"id", w.x.Anchor(b)}
	own := b.Kind == doc.Ordered && b.Delim != doc.Period
	if b.Kind == doc.Ordered {
		tag = "ol"
		attrs = append(attrs, "type", listTypes[b.Style])
		if b.Start > 1 {
			attrs = append(attrs, "start", strconv.Itoa(b.Start))
		}
	}
	if own {
		attrs = append(attrs, "class", "own")
	}
	w.element(tag, attrs, func() {
		w.line()
		for i, it := range b.Items {
			class := ""
			if it.Task != doc.NoTask {
				class = "task"
			}
			w.element("li", []string{"class", class}, func() {
				switch {
				case it.Task == doc.TaskDone:
					w.generated("☑ ")
				case it.Task == doc.TaskOpen:
					w.generated("☐ ")
				case own:
					w.element("span", []string{"class", "marker"}, func() { w.generated(b.Marker(i) + " ") })
				}
				w.blocks(it.Content, !b.Loose)
			})
			w.line()
		}
	})
}

func (w *writer) definitions(b *doc.DefinitionList) {
	w.sourced(b, func() {
		w.element("dl", []string{"id", w.x.Anchor(b)}, func() {
			for _, it := range b.Items {
				w.element("dt", nil, func() { w.inlines(it.Term) })
				for _, d := range it.Definitions {
					w.element("dd", nil, func() { w.blocks(d, !b.Loose) })
				}
				w.line()
			}
		})
		w.flush()
	})
}

// verse writes each line as a block that hangs its turnover.
func (w *writer) verse(b *doc.Verse) {
	w.element("div", []string{"class", "verse", "id", w.x.Anchor(b)}, func() {
		w.sourced(b, func() {
			for _, st := range b.Stanzas {
				w.element("p", nil, func() {
					for i, l := range st.Lines {
						if i > 0 {
							w.empty("br")
							w.line()
						}
						class := "line"
						if l.Indent > 0 {
							class = "line in" + strconv.Itoa(min(l.Indent, 9))
						}
						w.element("span", []string{"class", class}, func() { w.inlines(l.Content) })
					}
				})
				w.line()
			}
			if len(b.Attribution) > 0 {
				w.element("p", []string{"class", "attribution"}, func() {
					w.arrive()
					w.generated("— ")
					w.inlines(b.Attribution)
				})
			}
			w.flush()
		})
	})
}

func (w *writer) code(b *doc.CodeBlock) {
	class := ""
	if b.Language != "" {
		class = "language-" + b.Language
	}
	w.sourced(b, func() {
		w.element("pre", []string{"id", w.x.Anchor(b), "tabindex", "0"}, func() {
			w.element("code", []string{"class", class}, func() {
				for i, l := range syntax.Lines(b.Language, b.Lines()) {
					if i > 0 {
						w.out = append(w.out, '\n')
						w.src.offset++
					}
					for _, t := range l {
						w.token(t)
					}
				}
				w.flush()
			})
		})
	})
}

// token writes a piece of program text; keywords, comments and strings have
// classes.
func (w *writer) token(t syntax.Token) {
	class := [...]string{syntax.Keyword: "k", syntax.Comment: "c", syntax.String: "s"}
	if t.Kind == syntax.Plain {
		w.asItIs(t.Text)
		return
	}
	w.element("span", []string{"class", class[t.Kind]}, func() { w.asItIs(t.Text) })
}

func (w *writer) figure(b *doc.Figure) {
	w.element("figure", []string{"id", w.x.Anchor(b)}, func() {
		for _, im := range b.Images {
			w.image(im)
		}
		if len(b.Caption) > 0 {
			w.caption("figcaption", b, b.Caption)
		}
	})
}

// caption writes a caption, its label in small capitals.
func (w *writer) caption(tag string, n doc.Node, ns doc.Inlines) {
	w.sourced(n, func() {
		w.element(tag, nil, func() {
			w.arrive()
			if l := w.x.Label(n); l != "" {
				w.element("span", []string{"class", "label"}, func() { w.generated(l + ".") })
				w.generated("\u2002")
			}
			w.inlines(ns)
			w.flush()
		})
	})
}

func (w *writer) aside(b *doc.Aside) {
	class := "aside"
	if b.Role != doc.AsideSidebar {
		class += " " + string(b.Role)
	}
	if b.Role == doc.AsidePullQuote {
		w.element("aside", []string{"class", class, "epub:type", "pullquote", "role", "doc-pullquote", "id", w.x.Anchor(b)}, func() { w.blocks(b.Content, false) })
		return
	}
	name := render.PlainText(b.Title)
	if name == "" {
		name = w.x.Terms().AsideNames[b.Role]
	}
	w.element("aside", []string{"class", class, "id", w.x.Anchor(b), "aria-label", name}, func() {
		if name != "" {
			w.sourced(b, func() {
				w.element("p", []string{"class", "asidetitle"}, func() {
					w.arrive()
					if len(b.Title) > 0 {
						w.inlines(b.Title)
					} else {
						w.generated(name)
					}
					w.flush()
				})
			})
		}
		w.blocks(b.Content, false)
	})
}
