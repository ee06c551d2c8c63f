package main

import (
	"fmt"
	"math"

	"github.com/offprint-go/offprint/doc"
)

// row is a row of cells of words.
func row(ss ...string) *doc.Row {
	r := &doc.Row{}
	for _, s := range ss {
		r.Cells = append(r.Cells, &doc.Cell{Content: paras(s)})
	}
	return r
}

// tables has a plain table, one with spans, one over pages and one too wide.
func tables() *doc.Section {
	s := chapter("Tables",
		para(text("A table has no upright rules. Numbers stand on their decimal marks, a heading over the column that it names."), entry("tables")),
		&doc.Table{ID: "widths", Caption: plain("Widths of a space, in thousandths of an em"),
			Columns: []doc.Column{{}, {Align: doc.AlignDecimal}, {Align: doc.AlignDecimal}, {Align: doc.AlignDecimal}},
			Head:    []*doc.Row{row("Face", "Least", "Natural", "Most")},
			Bodies: []*doc.TableBody{{Rows: []*doc.Row{
				row("A book face", "187.5", "250", "375"), row("The same, bold", "190", "255.25", "380.5"), row("A face of one width", "600", "600", "1,200"),
			}}},
			Foot: []*doc.Row{row("Mean", "325.8", "368.4", "651.8")},
		},
		para(text("Cells may go over columns and rows, and a group of rows may have a head of its own.")),
		spanned(),
		para(text("A table without a caption has no number, and is set where it stands:")),
		&doc.Table{Columns: []doc.Column{{Width: 0.3}, {}}, Bodies: []*doc.TableBody{{HeaderColumns: 1, Rows: []*doc.Row{
			row("Recto", "The right-hand page, which has the odd number and the better light."), row("Verso", "The left-hand one, its back: what is printed there shows through, and so its lines stand on the same grid."),
		}}}},
	)
	s.Sections = []*doc.Section{
		section("Over pages", para(text("The head is repeated where a table goes on; rows are not divided while that can be helped.")), long()),
		section("Too wide", para(text("A table that is too wide for the measure is set smaller, and, where that would be too small to read, turned. Either is reported.")), wide()),
	}
	return s
}

func spanned() *doc.Table {
	c := func(s string, rows, cols int) *doc.Cell {
		return &doc.Cell{RowSpan: rows, ColSpan: cols, Content: paras(s)}
	}
	return &doc.Table{Caption: plain("Sheets and what is folded from them"),
		Columns: []doc.Column{{}, {}, {Align: doc.AlignEnd}, {Align: doc.AlignEnd}},
		Head: []*doc.Row{
			{Cells: []*doc.Cell{c("Sheet", 2, 1), c("Fold", 2, 1), c("Leaf, in mm", 1, 2)}},
			{Cells: []*doc.Cell{c("width", 1, 1), c("height", 1, 1)}},
		},
		Bodies: []*doc.TableBody{
			{HeaderColumns: 1, Rows: []*doc.Row{
				{Cells: []*doc.Cell{c("Crown", 3, 1), c("folio", 1, 1), c("254", 1, 1), c("381", 1, 1)}},
				row("quarto", "190", "254"), row("octavo", "127", "190"),
			}},
			{Head: []*doc.Row{{Cells: []*doc.Cell{c("Larger", 1, 4)}}}, HeaderColumns: 1, Rows: []*doc.Row{
				{Cells: []*doc.Cell{c("Royal", 2, 1), c("quarto", 1, 1), c("254", 1, 1), c("317", 1, 1)}},
				row("octavo", "159", "254"),
			}},
		},
	}
}

// long is a table of more than a page.
func long() *doc.Table {
	t := &doc.Table{Caption: plain("Pages of a book, and its sheets of sixteen"),
		Columns: []doc.Column{{Align: doc.AlignEnd}, {Align: doc.AlignEnd}, {Align: doc.AlignEnd}, {}},
		Head:    []*doc.Row{row("Pages", "Sheets", "Blank", "Remark")},
		Bodies:  []*doc.TableBody{{}},
	}
	remarks := map[int]string{48: "stitched, without a spine", 160: "the least that a hard cover needs", 320: "a novel", 576: "a handbook, on thinner paper so that it stays open by itself"}
	for pages := 40; pages <= 600; pages += 8 {
		sheets := (pages + 15) / 16
		t.Bodies[0].Rows = append(t.Bodies[0].Rows, row(fmt.Sprint(pages), fmt.Sprint(sheets), fmt.Sprint(sheets*16-pages), remarks[pages]))
	}
	return t
}

// wide is a table of more columns than the measure holds.
func wide() *doc.Table {
	t := &doc.Table{Caption: plain("Square roots of the numbers to 111: a row for each sixteen, a column for what is added"), Columns: []doc.Column{{Align: doc.AlignEnd}},
		Head: []*doc.Row{row("From")}, Bodies: []*doc.TableBody{{HeaderColumns: 1}}}
	for add := range 16 {
		t.Columns = append(t.Columns, doc.Column{Align: doc.AlignDecimal})
		t.Head[0].Cells = append(t.Head[0].Cells, row(fmt.Sprint(add)).Cells...)
	}
	for from := 0; from < 112; from += 16 {
		r := row(fmt.Sprint(from))
		for add := range 16 {
			r.Cells = append(r.Cells, row(fmt.Sprintf("%.2f", math.Sqrt(float64(from+add)))).Cells...)
		}
		t.Bodies[0].Rows = append(t.Bodies[0].Rows, r)
	}
	return t
}

// figures has images of every format, one and two side by side.
func figures() *doc.Section {
	return chapter("Figures",
		para(text("A figure stands near the words that need it, its caption below. "), &doc.CrossRef{To: "grey"}, text(" is a PNG; a drawing, as "), &doc.CrossRef{To: "canon"}, text(", is printed as lines and not as points."), entry("figures")),
		&doc.Figure{ID: "grey", Images: []*doc.Image{{Src: "grey.png", Alt: "Two paragraphs drawn as grey bars. The left one is even; white rivers run through the right one."}}, Caption: plain("Two greys: even spaces on the left, rivers on the right")},
		&doc.Figure{ID: "canon", Images: []*doc.Image{{Src: "canon.svg", Alt: "Two facing pages with their diagonals; where these cross, the text areas begin.", Width: 0.9}}, Caption: plain("How the diagonals of two facing pages give the place of the text")},
		para(text("Photographs come as JPEG or WebP, and keep their colours; a GIF is shown by its first picture. Two may share a caption.")),
		&doc.Figure{Images: []*doc.Image{{Src: "ball.jpg", Alt: "A white ball on a table, lit from the left", Width: 0.48}, {Src: "letter.gif", Alt: "The letter a, drawn in squares", Width: 0.4}}, Caption: plain("A shade, and what has none")},
		&doc.Figure{Images: []*doc.Image{{Src: "dunes.webp", Alt: "Dunes under a low sun"}}, Caption: plain("Sand, drawn by adding three waves")},
		para(text("A figure without a caption has no number, and one that says nothing needs no words for those who cannot see it.")),
		&doc.Figure{Images: []*doc.Image{{Src: "letter.gif", Decorative: true, Width: 0.12}}},
	)
}
