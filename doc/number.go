package doc

import (
	"strconv"
	"strings"
)

// FormatNumber writes n in a style. Numbers that a style cannot write (below
// 1 in all but Decimal, above 3999 in Roman) are written in Decimal.
func FormatNumber(n int, style NumberStyle) string {
	switch {
	case n < 1:
		return strconv.Itoa(n)
	case style == LowerAlpha:
		return strings.ToLower(alpha(n))
	case style == UpperAlpha:
		return alpha(n)
	case style == LowerRoman && n < 4000:
		return strings.ToLower(roman(n))
	case style == UpperRoman && n < 4000:
		return roman(n)
	}
	return strconv.Itoa(n)
}

// alpha counts A to Z, AA, AB.
func alpha(n int) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}

func roman(n int) string {
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	letters := []string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}
	var b strings.Builder
	for i, v := range values {
		for ; n >= v; n -= v {
			b.WriteString(letters[i])
		}
	}
	return b.String()
}
