package layout

import (
	"slices"

	"github.com/offprint-go/offprint/render/internal/linebreak"
)

// mostRounds is how often pages are broken anew to part marks on one line.
const mostRounds = 4

// partMarks looks for notes that do not begin on the page of their mark because
// the note of a mark before it on the same line takes all the room, and has such
// lines broken between the two marks. It reports whether there was any.
func (s *setter) partMarks(pages []pageSpan) bool {
	done := false
	var b *breaker
	for _, sp := range pages {
		for k := sp.from; k < sp.to; k++ {
			r := &s.rows[k]
			if r.notes <= sp.notes || r.line == nil || !s.lateAt(sp.notes, r.notes) {
				continue
			}
			if t := s.setOf(r.line.Para); t != nil && t.part(r.line) {
				if b == nil {
					b = s.newBreaker()
				}
				t.breakLines(b)
				done = true
			}
			break
		}
	}
	return done
}

// lateAt reports whether a note begins among some rows of notes.
func (s *setter) lateAt(from, to int32) bool {
	for k := from; k < to; k++ {
		if s.noteRows[k].cost == -1 {
			return true
		}
	}
	return false
}

func (s *setter) setOf(p *Para) *set {
	for _, t := range s.jobs {
		if t.block == Block(p) {
			return t
		}
	}
	return nil
}

// part parts the last two marks of a line that are on words of their own.
func (t *set) part(l *Line) bool {
	p := l.Para
	last := -1
	for i := range p.Inserts {
		if at := p.Inserts[i].Item; at >= l.Start && at < l.End {
			last = i
		}
	}
	for i := last; i > 0 && p.Inserts[i-1].Item >= l.Start; i-- {
		for k := p.Inserts[i].Item; k > p.Inserts[i-1].Item; k-- {
			if p.Items[k].Kind == linebreak.Glue && p.Items[k-1].Kind == linebreak.Box && p.Items[k].Stretch < linebreak.Fil {
				at, _ := slices.BinarySearch(t.parted, k) // a later round may part what is before
				t.parted = slices.Insert(t.parted, at, k)
				return true
			}
		}
	}
	return false
}
