package pdf

// A stock is memory for what words are made of: there are tens of thousands of
// them in a book, and none is let go before the others.
type stock struct {
	entries   slab[entry]
	inks      slab[glyphs]
	parts     slab[part]
	divisions slab[division]
	ends      slab[int]
}

// A slab is memory for many of a kind, which is asked for together.
type slab[T any] []T

// one is new memory for one.
func (s *slab[T]) one() *T {
	if len(*s) == 0 {
		*s = make([]T, slabSize)
	}
	t := &(*s)[0]
	*s = (*s)[1:]
	return t
}

// copyOf is a copy of some.
func (s *slab[T]) copyOf(ts []T) []T {
	n := len(ts)
	if n > len(*s) {
		*s = make([]T, max(slabSize, n))
	}
	out := (*s)[:n:n]
	copy(out, ts)
	*s = (*s)[n:]
	return out
}

// slabSize is enough that little time goes to asking, and little memory is left
// over in a short report.
const slabSize = 64
