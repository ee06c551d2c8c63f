package tex

// starts are the first characters of an alphabet's capitals, small letters,
// figures, capital Greek and small Greek among Unicode's mathematical
// alphanumerics; 0 is none.
var starts = map[Alphabet][5]rune{
	Italic:       {0x1D434, 0x1D44E, 0, 0x1D6E2, 0x1D6FC},
	Bold:         {0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2},
	BoldItalic:   {0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736},
	DoubleStruck: {0x1D538, 0x1D552, 0x1D7D8, 0, 0},
	Script:       {0x1D49C, 0x1D4B6, 0, 0, 0},
	BoldScript:   {0x1D4D0, 0x1D4EA, 0, 0, 0},
	Fraktur:      {0x1D504, 0x1D51E, 0, 0, 0},
	BoldFraktur:  {0x1D56C, 0x1D586, 0, 0, 0},
	Sans:         {0x1D5A0, 0x1D5BA, 0x1D7E2, 0, 0},
	SansBold:     {0x1D5D4, 0x1D5EE, 0x1D7EC, 0x1D756, 0x1D770},
	SansItalic:   {0x1D608, 0x1D622, 0x1D7E2, 0, 0},
	Mono:         {0x1D670, 0x1D68A, 0x1D7F6, 0, 0},
}

// holes are the letters that Unicode had before it had the alphabets.
var holes = map[rune]rune{0x1D455: 'ℎ', 0x1D49D: 'ℬ', 0x1D4A0: 'ℰ', 0x1D4A1: 'ℱ', 0x1D4A3: 'ℋ', 0x1D4A4: 'ℐ', 0x1D4A7: 'ℒ', 0x1D4A8: 'ℳ',
	0x1D4AD: 'ℛ', 0x1D4BA: 'ℯ', 0x1D4BC: 'ℊ', 0x1D4C4: 'ℴ', 0x1D506: 'ℭ', 0x1D50B: 'ℌ', 0x1D50C: 'ℑ', 0x1D515: 'ℜ', 0x1D51D: 'ℨ',
	0x1D53A: 'ℂ', 0x1D53F: 'ℍ', 0x1D545: 'ℕ', 0x1D547: 'ℙ', 0x1D548: 'ℚ', 0x1D549: 'ℝ', 0x1D551: 'ℤ'}

// greekSigns are the forms of Greek letters and the signs that follow the
// small letters of a Greek alphabet, at these places.
var greekSigns = map[rune]rune{'∂': 25, 'ϵ': 26, 'ϑ': 27, 'ϰ': 28, 'ϕ': 29, 'ϱ': 30, 'ϖ': 31}

// In is a letter or figure in an alphabet; what the alphabet lacks is as it
// is. Letters of Plain are returned as they are: see [Symbol.Shape].
func (a Alphabet) In(r rune) rune {
	at, ok := starts[a]
	if !ok {
		return r
	}
	var to rune
	switch {
	case r >= 'A' && r <= 'Z' && at[0] != 0:
		to = at[0] + r - 'A'
	case r >= 'a' && r <= 'z' && at[1] != 0:
		to = at[1] + r - 'a'
	case r >= '0' && r <= '9' && at[2] != 0:
		return at[2] + r - '0'
	case r >= 'Α' && r <= 'Ω' && at[3] != 0:
		return at[3] + r - 'Α'
	case r >= 'α' && r <= 'ω' && at[4] != 0:
		return at[4] + r - 'α'
	case r == '∇' && at[4] != 0:
		return at[4] - 1
	case greekSigns[r] > 0 && at[4] != 0:
		return at[4] + greekSigns[r]
	case a == Italic && r == 'ı':
		return 0x1D6A4
	case a == Italic && r == 'ȷ':
		return 0x1D6A5
	default:
		return r
	}
	if h, ok := holes[to]; ok {
		return h
	}
	return to
}

// Char is the symbol as text has it: a letter of Plain or Upright is the
// letter itself, one of another alphabet the character that Unicode has for
// it.
func (s *Symbol) Char() rune {
	switch s.Alphabet {
	case Plain, Upright, Italic:
		return s.Rune
	case bolder:
		if slants(s.Rune) {
			return BoldItalic.In(s.Rune)
		}
		return Bold.In(s.Rune)
	}
	return s.Alphabet.In(s.Rune)
}

// Shape is the character whose glyph the symbol is set with: letters of Plain
// are italic.
func (s *Symbol) Shape() rune {
	if s.Alphabet == Italic || s.Alphabet == Plain && slants(s.Rune) {
		return Italic.In(s.Rune)
	}
	return s.Char()
}

// slants reports whether mathematics sets a letter in italics by itself.
func slants(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'α' && r <= 'ω' || r == 'ı' || r == 'ȷ' || greekSigns[r] > 0
}
