package doc

import (
	"slices"
	"strings"
	"unicode"
)

// Aligned returns the table with the alignment of its columns of numbers
// filled in, the rows being the same: a column after the first whose cells are
// all numbers (or dashes) is AlignDecimal unless the author asked for the
// start or the centre. Lang is the language that tells decimal marks from
// marks between thousands.
func (t *Table) Aligned(lang string) *Table {
	out := *t
	out.Columns = slices.Clone(t.Columns)
	for i := range out.Columns {
		a := &out.Columns[i].Align
		if (i > 0 && *a == AlignDefault || *a == AlignEnd) && t.numbers(i, lang) {
			*a = AlignDecimal
		}
	}
	return &out
}

// numbers reports whether the cells of a column, without its heads, are
// numbers: at least two, and nothing else but dashes.
func (t *Table) numbers(col int, lang string) bool {
	n := 0
	groups := [][]*Row{t.Foot}
	for _, b := range t.Bodies {
		if col < b.HeaderColumns {
			return false
		}
		groups = append(groups, b.Rows)
	}
	for _, rows := range groups {
		free := make([]int, len(t.Columns))
		for i, r := range rows {
			for _, p := range placeCells(r, i, free) {
				if p.col != col || p.cell.ColSpan > 1 || p.cell.Header {
					continue
				}
				text := CellText(p.cell)
				if _, _, ok := SplitNumber(text, lang); ok {
					n++
				} else if !isDash(text) {
					return false
				}
			}
		}
	}
	return n > 1
}

type placedCell struct {
	cell *Cell
	col  int
}

// placeCells gives the cells of row i of a group their columns; free holds by
// column the first row that no cell above covers.
func placeCells(r *Row, i int, free []int) []placedCell {
	var out []placedCell
	col := 0
	for _, c := range r.Cells {
		for col < len(free) && free[col] > i {
			col++
		}
		out = append(out, placedCell{c, col})
		for k := col; k < min(col+max(c.ColSpan, 1), len(free)); k++ {
			free[k] = i + max(c.RowSpan, 1)
		}
		col += max(c.ColSpan, 1)
	}
	return out
}

// CellText returns the words of a cell of one paragraph, without its notes; a
// cell of other blocks has none.
func CellText(c *Cell) string {
	if len(c.Content) != 1 {
		return ""
	}
	p, ok := c.Content[0].(*Paragraph)
	if !ok {
		return ""
	}
	return strings.TrimSpace(PlainText(p.Content))
}

// isDash reports whether a cell says that it has no number.
func isDash(s string) bool {
	return strings.Trim(s, "-–—−.…·") == "" || strings.EqualFold(s, "n/a")
}

// SplitNumber parts a number at its decimal mark, which begins the second
// part. Around the digits there may be a sign, a currency, a percent sign or a
// bracket. ok is false for what is not a number. A mark that the language has
// between thousands is a decimal mark where it stands once and three digits do
// not follow it.
func SplitNumber(s, lang string) (whole, rest string, ok bool) {
	const before, after = "+-−–±~≈<>≤≥(", "%‰°)*†‡"
	trim := func(marks string) func(rune) bool {
		return func(r rune) bool {
			return unicode.IsSpace(r) || unicode.Is(unicode.Sc, r) || strings.ContainsRune(marks, r)
		}
	}
	digits := strings.TrimRightFunc(strings.TrimLeftFunc(s, trim(before)), trim(after))
	if digits == "" || !isDigit(digits[len(digits)-1]) || !isDigit(digits[0]) && digits[0] != '.' && digits[0] != ',' {
		return "", "", false
	}
	for _, r := range digits {
		if !(r >= '0' && r <= '9') && !strings.ContainsRune(".,'’\u00A0\u202F\u2009 ", r) {
			return "", "", false
		}
	}
	at := decimalAt(digits, lang)
	if at < 0 {
		at = len(digits)
	}
	at += strings.Index(s, digits)
	return s[:at], s[at:], true
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// decimalAt is where the decimal mark of a number is, -1 without one.
func decimalAt(digits, lang string) int {
	mark, other := ".", ","
	if decimalComma(lang) {
		mark, other = other, mark
	}
	switch {
	case strings.Count(digits, mark) == 1:
		return strings.Index(digits, mark)
	case !strings.Contains(digits, mark) && strings.Count(digits, other) == 1:
		if at := strings.Index(digits, other); len(digits)-at-1 != 3 {
			return at
		}
	}
	return -1
}

// decimalComma reports whether a language writes the decimal mark as a comma
// (Unicode CLDR, numbers/symbols/decimal).
func decimalComma(lang string) bool {
	lang = strings.ToLower(lang)
	base, region, _ := strings.Cut(lang, "-")
	switch base {
	case "de":
		return region != "ch" && region != "li"
	case "es":
		return !slices.Contains([]string{"mx", "us", "pr", "gt", "hn", "ni", "pa", "pe", "sv", "do", "419"}, region)
	}
	return slices.Contains(strings.Fields("af az be bg bs ca cs da el et eu fi fo fr fy gl hr hu hy id is it ka kk kl ky lb lt lv mk mn nb nl nn no pl pt ro ru sk sl sq sr sv tk tr tt uk uz vi"), base)
}
