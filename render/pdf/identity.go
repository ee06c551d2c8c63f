package pdf

import "unicode"

// identity tells a word from others for the line breaker, which keeps equal
// words from standing one above the other: a hash (FNV-1a) of its letters and
// figures, small and capital alike. It is 0 for what has none.
func identity(word string) uint16 {
	const offset, prime = 2166136261, 16777619
	h, some := uint32(offset), false
	for _, r := range word {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		} else if r >= 0x80 {
			r = unicode.ToLower(r)
		}
		if r < 'a' && (r < '0' || r > '9') || r > 'z' && r < 0x80 || r >= 0x80 && !unicode.IsLetter(r) {
			continue
		}
		h, some = (h^uint32(r))*prime, true
	}
	if !some {
		return 0
	}
	return uint16(h>>16^h) | 1 // not 0
}
