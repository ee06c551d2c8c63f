package main

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// notes has notes of every kind, and in every place.
func notes() *doc.Section {
	long := &doc.Note{ID: "long", Content: paras(
		"A long note is divided over pages when it must be, at least two lines on each, and a rule tells where it goes on. "+strings.Repeat("It begins on the page of its mark, whatever comes. The text above it gives way by as many lines as it takes, and what is left follows at the next page’s foot, before the notes that are called there. ", 4),
		"It may have paragraphs, and lists:",
	)}
	long.Content = append(long.Content, &doc.List{Items: items("one thing,", "and another.")})
	s := chapter("Notes",
		para(text("A note stands where its mark appears."), note(text("This one has a single line.")), text(" The mark follows the point;"), note(text("Or the semicolon, as here.")), text(" two may follow each other."),
			note(text("The first.")), note(text("The second: a thin space parts the marks.")), text(" A mark may be the author’s own"), &doc.Note{Mark: "†", Content: paras("A dagger is outside the numbers.")}, text(" and a note may wait for the end."),
			&doc.Note{Kind: doc.Endnote, Content: paras("An endnote: it is collected with others of its kind, and says where it was called.")}, text(" A long one"), long, text(" may be called once more,"), &doc.NoteRef{To: "long"}, text(" with the mark that it has."),
			entry("notes", "at the foot"), entry("notes", "at the end")),
	)
	cell := func(ns ...doc.Inline) *doc.Cell { return &doc.Cell{Content: doc.Blocks{para(ns...)}} }
	s.Sections = []*doc.Section{{
		Title: doc.Inlines{text("In a heading"), note(text("The contents and the running heads leave the mark out."))},
		Blocks: doc.Blocks{
			para(text("A heading, a caption, a cell of a table and a line of verse may call notes like a paragraph.")),
			&doc.Table{
				Caption: doc.Inlines{text("Notes in a table"), note(text("Called in a caption."))},
				Columns: []doc.Column{{}, {Align: doc.AlignEnd}},
				Head:    []*doc.Row{{Cells: []*doc.Cell{cell(text("Format")), cell(text("Leaves"))}}},
				Bodies: []*doc.TableBody{{Rows: []*doc.Row{
					{Cells: []*doc.Cell{cell(text("Folio")), cell(text("2"))}},
					{Cells: []*doc.Cell{cell(text("Quarto"), note(text("Called in a cell: the sheet is folded twice."))), cell(text("4"))}},
					{Cells: []*doc.Cell{cell(text("Octavo")), cell(text("8"))}},
				}}},
			},
			para(text("Six notes in a line are too many, but none is lost: a"), note(text("One.")), text(" b"), note(text("Two.")), text(" c"), note(text("Three.")), text(" d"), note(text("Four.")), text(" e"), note(text("Five.")), text(" f"), note(text("Six.")), text(".")),
		},
	}}
	return s
}

// formulas has mathematics, in lines and displayed.
func formulas() *doc.Section {
	return chapter("Formulas",
		para(text("A line of natural width "), &doc.Math{TeX: `w`}, text(" that must be "), &doc.Math{TeX: `\ell`}, text(" wide is stretched by the ratio "), &doc.Math{TeX: `r=(\ell-w)/s`}, text(", where "), &doc.Math{TeX: `s=\sum_i s_i`}, text(" is what its spaces give. How bad that is grows with the third power:"), entry("formulas", "displayed")),
		&doc.MathBlock{ID: "badness", Numbered: true, TeX: `b(r)=\begin{cases}100\,|r|^3 & \text{if } r\ge -1,\\ \infty & \text{otherwise,}\end{cases}`, Alt: "b of r is one hundred times the third power of r if r is at least minus one, else infinite"},
		para(text("and the demerits of a paragraph are the sum over its lines, with "), &doc.Math{TeX: `p_j`}, text(" for a line’s end:")),
		&doc.MathBlock{Numbered: true, TeX: `D=\sum_{j=1}^{n}\left(1+b(r_j)+p_j\right)^2`, Alt: "D is the sum over j from 1 to n of the square of one plus b of r j plus p j"},
		para(text("Roots, fractions, integrals, matrices and lines that are aligned:")),
		&doc.MathBlock{TeX: `x_{1,2}=\frac{-b\pm\sqrt{b^2-4ac}}{2a},\qquad \int_0^\infty e^{-x^2}\,dx=\frac{\sqrt{\pi}}{2}`, Alt: "the roots of a quadratic; the integral of e to the minus x squared"},
		&doc.MathBlock{TeX: `\begin{pmatrix}\cos\varphi&-\sin\varphi\\ \sin\varphi&\cos\varphi\end{pmatrix}\begin{pmatrix}x\\y\end{pmatrix}=\begin{pmatrix}x'\\y'\end{pmatrix}`, Alt: "a rotation in the plane"},
		&doc.MathBlock{TeX: `\begin{aligned}(a+b)^2&=a^2+2ab+b^2\\ (a+b)(a-b)&=a^2-b^2\end{aligned}`, Alt: "two binomial formulas"},
	)
}
