package main

import (
	"time"

	"github.com/offprint-go/offprint/doc"
)

// report is the whole document.
func report() *doc.Document {
	return &doc.Document{
		Files: files,
		Meta: doc.Meta{
			Title:    plain("What the Gauge Remembers"),
			Subtitle: plain("Open Tide Records and the Price of a Flood Warning"),
			Series:   &doc.Series{Title: "Coastal Policy Papers", Number: "No. 7"},
			Contributors: []doc.Contributor{
				{Name: "Hanako Yamada (山田花子)", SortName: "Yamada, Hanako", Affiliation: "Senior Fellow, Institute for Coastal Records"},
				{Name: "Kenichi Sato (佐藤健一)", SortName: "Sato, Kenichi", Affiliation: "Research Associate, Institute for Coastal Records"},
			},
			Credits: []*doc.Note{{Content: doc.Blocks{para(
				doc.Text("This paper is part of the project “Public Instruments, Public Records”. The authors thank the harbour masters of four ports, who let them read their ledgers. The views are the authors’ own."))}}},
			Publisher:  "Institute for Coastal Records",
			Place:      "Example Bay",
			Date:       doc.Date{Year: 2026, Month: time.May, Day: 4},
			Lang:       "en-GB",
			Rights:     "© 2026 the authors",
			License:    "CC BY 4.0",
			Version:    "1.0",
			Keywords:   []string{"tide gauges", "open data", "flood warning"},
			Disclaimer: plain("The ports, figures and storms in this paper are invented, to show what the library can set."),
			Abstract: doc.Blocks{para(doc.Text("A flood warning is only as good as the records behind it. We trace how four ports keep their tide gauges, " +
				"count what it costs to open the ledgers, and find that the dearest part of a warning is not the instrument but the years in which nobody was allowed to read it."))},
			Citation: doc.Inlines{doc.Text("Yamada, H., and K. Sato, "), doc.Emphasis(plain("What the Gauge Remembers")), doc.Text(", Coastal Policy Papers 7, Institute for Coastal Records, 2026.")},
		},
		Sections: []*doc.Section{instruments(), night(), costs(), recommendations(), method()},
	}
}

func plain(s string) doc.Inlines { return doc.Inlines{doc.Text(s)} }

func para(ns ...doc.Inline) *doc.Paragraph { return &doc.Paragraph{Content: ns} }

func note(ns ...doc.Inline) *doc.Note { return &doc.Note{Content: doc.Blocks{para(ns...)}} }

func instruments() *doc.Section {
	return &doc.Section{
		ID: "instruments", Numbered: true, Title: plain("A stick in the water"),
		Blocks: doc.Blocks{
			para(doc.Text("The oldest gauge in our sample is a board of painted oak, nailed to a pier in 1871 and read by whoever was awake."),
				&doc.Note{ID: "oak", Content: doc.Blocks{
					para(doc.Text("The board was moved twice, in 1903 and in 1954, and each time by a different hand. The second move was recorded; the first was found by us, from a step of eleven centimetres in the yearly means.")),
					para(doc.Text("A step of that kind is the commonest fault of a long record, and the hardest to mend once those who made it are gone.")),
				}},
				doc.Text(" Its readings fill forty-one ledgers. They were kept because the harbour charged by draught, and a harbour master who misread the tide paid for it. No one thought of floods.")),
			para(doc.Text("The newest is a radar on a mast, which measures the level six times a minute and sends it to three agencies. It has no ledger. Its record is deleted after ninety days, under a contract that treats each reading as a by-product."),
				note(doc.Text("Clause 14 of the contract of 2019. The clause was copied from an agreement on weather buoys, whose readings are archived elsewhere; see "), doc.Emphasis(plain("Minutes of the Harbour Board")), doc.Text(", vol. 88.")),
				doc.Text(" Between the two lies the history of an instrument that became better in every respect but one: it stopped remembering.")),
			&doc.Quote{
				Content:     doc.Blocks{para(doc.Text("A gauge that nobody may read is a private opinion about the sea. We would not run a railway on private opinions about the clock."))},
				Attribution: doc.Inlines{doc.Text("Evidence to the Inquiry, second day")},
			},
			para(doc.Text("In Japan the word for such a place is "), &doc.Span{Lang: "ja", Content: plain("潮位観測所")},
				doc.Text(", a station for watching the level of the tide, and the watching is taken literally: the daily sheet is signed. The record of the station that we visited is open to anyone, back to its first page, under a rule that its keepers put in a phrase, "),
				&doc.Span{Lang: "ja", Content: plain("「記録をひらく」")}, doc.Text(", to open the record.")),
		},
		Sections: []*doc.Section{{
			ID: "kinds", Numbered: true, Title: plain("Four ports, four habits"),
			Blocks: doc.Blocks{
				para(doc.Text("We chose ports that differ in size and law, and asked each the same three questions: who reads the gauge, who keeps the reading, and who may see it. "),
					&doc.CrossRef{To: "ports"}, doc.Text(" gives the answers.")),
				ports(),
				para(doc.Text("What the table does not show is the order of events. In every port the record was closed later than the gauge was bought, and in three of the four by a decision that nobody could name."),
					&doc.NoteRef{To: "oak"}),
			},
		}},
	}
}

// ports is the paper's table.
func ports() *doc.Table {
	cell := func(s string) *doc.Cell { return &doc.Cell{Content: doc.Blocks{para(doc.Text(s))}} }
	row := func(ss ...string) *doc.Row {
		r := &doc.Row{}
		for _, s := range ss {
			r.Cells = append(r.Cells, cell(s))
		}
		return r
	}
	wide := cell("Record")
	wide.ColSpan = 3
	tall := cell("Port")
	tall.RowSpan = 2
	return &doc.Table{
		ID: "ports", Caption: plain("Gauges and their records in four ports"),
		Columns: []doc.Column{{}, {Align: doc.AlignEnd}, {Align: doc.AlignEnd}, {}},
		Head: []*doc.Row{
			{Cells: []*doc.Cell{tall, wide}},
			row("begins", "years open", "may be seen by"),
		},
		Bodies: []*doc.TableBody{{HeaderColumns: 1, Rows: []*doc.Row{
			row("Old Pier", "1871", "155", "anyone, on paper"),
			row("North Basin", "1938", "12", "agencies, on request"),
			row("Sound Ferry", "1974", "0.25", "the ferry company"),
			row("Example Bay", "2019", "0.25", "three agencies"),
		}}},
		Foot: []*doc.Row{row("All four", "—", "167.5", "—")},
	}
}

func night() *doc.Section {
	return &doc.Section{
		ID: "night", Numbered: true, Title: plain("The night of the long tide"),
		Blocks: doc.Blocks{
			para(doc.Text("On the night of 2 February the forecast for Example Bay was wrong by 1.3 metres. It was wrong in a way that the board on the Old Pier had seen four times before: a surge that arrives with the ebb and holds the water in. "),
				&doc.CrossRef{To: "surge"}, doc.Text(" shows the level that was forecast and the level that the radar measured, and did not keep.")),
			&doc.Figure{ID: "surge", Images: []*doc.Image{{Src: "images/tide.png",
				Alt: "Two curves of the water level over a day. The forecast falls from a high water at three in the morning and rises again at half past three in the afternoon to 2.7 metres. The measured curve follows it until nine, then rises above it to 4 metres."}},
				Caption: plain("Example Bay, 2 February: the level forecast and the level measured")},
			para(doc.Text("The difference between the two curves is the "), doc.Emphasis(plain("residual")), doc.Text(", and what a forecaster wants is its history. With hourly levels "),
				&doc.Math{TeX: "h_t"}, doc.Text(" and the computed tide "), &doc.Math{TeX: "a_t"}, doc.Text(", the quantity to be learnt from is simply")),
			&doc.MathBlock{ID: "residual", TeX: `r_t = h_t - a_t`, Alt: "r at t equals h at t minus a at t", Numbered: true},
			para(doc.Text("and no model of the weather replaces a century of "), &doc.Math{TeX: "r_t"}, doc.Text(" at the place itself. Those who watched that night knew it in fewer words. The ferryman’s rhyme was old when the board was new:")),
			&doc.Verse{Stanzas: []*doc.Stanza{{Lines: []*doc.VerseLine{
				{Content: plain("Wind on the ebb and the moon gone small,")},
				{Indent: 1, Content: plain("Lift your boats to the churchyard wall;")},
				{Content: plain("Wind on the flood and the moon at the full,")},
				{Indent: 1, Content: plain("Sleep, for the sea has a tide to pull.")},
			}}}},
			para(doc.Text("It is not a bad model. It has two predictors and a threshold, it was calibrated on several generations of boats, and it was published."),
				&doc.Note{Mark: "†", Content: doc.Blocks{para(doc.Text("The rhyme is ours; the claim that such rhymes carried real knowledge of a coast is not."))}}),
			&doc.Aside{Role: doc.AsideImportant, Title: plain("What a warning needs"), Content: doc.Blocks{
				para(doc.Text("An instrument that works tonight, a record that reaches back further than the last disaster, and leave to read the second while looking at the first.")),
			}},
		},
	}
}
