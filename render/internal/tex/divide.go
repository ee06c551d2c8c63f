package tex

import "strings"

// TextParts is the text of the formula without its tag, divided among the
// parts that a compositor sets in a row: the parts of the list that are not
// white space, those of a command of style each by itself. The space behind a
// part is with it, so that the texts, one after another, are the whole.
func (f *Formula) TextParts() []string {
	s, marks := marked(f.Body, false)
	out := make([]string, len(marks))
	for i, m := range marks {
		end := len(s)
		if i+1 < len(marks) {
			end = min(marks[i+1], end)
		}
		out[i] = s[min(m, end):end]
	}
	return out
}

// TextRows is the text of each row, without its tag, of the grid that the
// formula is. Where the rows are no lines of text, a semicolon ends each but
// the last that is not empty.
func (f *Formula) TextRows(g *Grid) []string {
	out := make([]string, len(g.Rows))
	for i, r := range g.Rows {
		out[i] = g.row(r)
	}
	if f.lines() == g {
		return out
	}
	last := len(out) - 1
	for last >= 0 && out[last] == "" {
		last--
	}
	for i := range max(last, 0) {
		out[i] += ";"
	}
	return out
}

// TextOf is the text of a part of a formula.
func TextOf(n Node) string { return strings.TrimSpace(linearOf(n)) }
