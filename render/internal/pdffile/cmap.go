package pdffile

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// encoding is the CMap from codes to CIDs that is embedded with a font (ISO
// 32000-1, 9.7.5.3; Adobe Technical Note 5014).
func encoding(base string, codes []Code) stream {
	name := base + "-codes"
	var b strings.Builder
	b.WriteString("%!PS-Adobe-3.0 Resource-CMap\n%%DocumentNeededResources: ProcSet (CIDInit)\n%%IncludeResource: ProcSet (CIDInit)\n")
	fmt.Fprintf(&b, "%%%%BeginResource: CMap (%s)\n%%%%EndComments\n", name)
	openCMap(&b, name, 1)
	blocks(&b, "cidrange", ranges(codes, func(i, j int) bool { return codes[j].CID == codes[i].CID+uint16(j-i) }),
		func(r codeRange) string { return fmt.Sprint(codes[r.from].CID) })
	closeCMap(&b)
	b.WriteString("%%EndResource\n%%EOF\n")
	d := object("<</Type/CMap/CMapName")
	d.name(name)
	d.raw("/CIDSystemInfo")
	d.raw(systemInfo)
	return stream{dict: d, data: []byte(b.String())}
}

// toUnicode is the CMap from codes to text (9.10.3).
func toUnicode(codes []Code) []byte {
	var b strings.Builder
	openCMap(&b, "Adobe-Identity-UCS", 2)
	blocks(&b, "bfrange", ranges(codes, func(i, j int) bool {
		from, ok := single(codes[i].Text)
		to, ok2 := single(codes[j].Text)
		// In a range only the last byte may change.
		return ok && ok2 && to == from+rune(j-i) && to>>8 == from>>8 && !unicode.Is(unicode.Co, from)
	}), func(r codeRange) string { return fmt.Sprintf("<%X>", utf16be(public(codes[r.from].Text))) })
	closeCMap(&b)
	return []byte(b.String())
}

// public is a text without characters for private use, which mean something in
// one face alone: a file that is to be read by others may not have them (ISO
// 19005-2, 6.2.11.7.3; ISO 14289-2, 8.4.3).
func public(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Co, r) {
			return utf8.RuneError
		}
		return r
	}, s)
}

// single returns the character of a text of one, in the Basic Multilingual
// Plane.
func single(s string) (rune, bool) {
	r, n := utf8.DecodeRuneInString(s)
	return r, n > 0 && n == len(s) && r < 0x10000
}

func openCMap(b *strings.Builder, name string, typ int) {
	fmt.Fprintf(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"+
		"/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n/Supplement 0 def\nend def\n"+
		"/CMapName /%s def\n/CMapType %d def\n/WMode 0 def\n"+
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n", name, typ)
}

func closeCMap(b *strings.Builder) {
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
}

// A codeRange is neighbouring codes that one line maps.
type codeRange struct{ from, to int }

// ranges divides the codes from 1 into the longest runs in which each follows
// from the first. The first byte of the code is the same in a run.
func ranges(codes []Code, follows func(first, i int) bool) []codeRange {
	var rs []codeRange
	for i := 1; i < len(codes); i++ {
		if n := len(rs) - 1; n >= 0 && rs[n].from>>8 == i>>8 && follows(rs[n].from, i) {
			rs[n].to = i
		} else {
			rs = append(rs, codeRange{i, i})
		}
	}
	return rs
}

// blocks writes ranges, at most a hundred to an operator.
func blocks(b *strings.Builder, operator string, rs []codeRange, target func(codeRange) string) {
	for len(rs) > 0 {
		n := min(100, len(rs))
		fmt.Fprintf(b, "%d begin%s\n", n, operator)
		for _, r := range rs[:n] {
			fmt.Fprintf(b, "<%04X> <%04X> %s\n", r.from, r.to, target(r))
		}
		fmt.Fprintf(b, "end%s\n", operator)
		rs = rs[n:]
	}
}
