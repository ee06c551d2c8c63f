package doc

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/language"
)

func (c *checker) meta(m *Meta) {
	if PlainText(m.Title) == "" {
		c.fault("meta.title", "the document has no title")
	}
	if m.Lang == "" {
		c.fault("meta.lang", "the document does not say its language")
	} else if _, err := language.Parse(m.Lang); err != nil {
		c.fault("meta.lang", "%q is no language tag (BCP 47)", m.Lang)
	}
	if !known(m.Dir) {
		c.fault("meta.dir", "%q is no direction", m.Dir)
	}
	for i, p := range m.Contributors {
		c.contributor(fmt.Sprintf("meta.contributors[%d]", i), p)
	}
	if m.Series != nil {
		if m.Series.Title == "" {
			c.fault("meta.series", "a series without a title")
		}
		if m.Series.ISSN != "" && !validISSN(m.Series.ISSN) {
			c.warn("meta.series.issn", "%q is no ISSN", m.Series.ISSN)
		}
	}
	for i, id := range m.Identifiers {
		c.identifier(fmt.Sprintf("meta.identifiers[%d]", i), id)
	}
}

var relator = regexp.MustCompile(`^[a-z]{3}$`)

func (c *checker) contributor(at string, p Contributor) {
	if strings.TrimSpace(p.Name) == "" {
		c.fault(at, "a contributor without a name")
	}
	if p.Role != "" && !relator.MatchString(p.Role) {
		c.fault(at+".role", "%q is no MARC relator code", p.Role)
	}
	if p.ORCID != "" && !validORCID(p.ORCID) {
		c.warn(at+".orcid", "%q is no ORCID", p.ORCID)
	}
}

func (c *checker) identifier(at string, id Identifier) {
	switch {
	case id.Scheme == "" || id.Value == "":
		c.fault(at, "an identifier without a scheme or without a value")
	case id.Scheme != strings.ToLower(id.Scheme):
		c.warn(at+".scheme", "the scheme %q is not in lower case", id.Scheme)
	case id.Scheme == "isbn" && !validISBN(id.Value):
		c.warn(at, "%q is no ISBN", id.Value)
	case id.Scheme == "issn" && !validISSN(id.Value):
		c.warn(at, "%q is no ISSN", id.Value)
	}
}

func (c *checker) lang(lang string) {
	if lang == "" {
		return
	}
	if _, err := language.Parse(lang); err != nil {
		c.here("%q is no language tag (BCP 47)", lang)
	}
}

// weighted checks digits, the last of which may be X for ten, by a sum of
// products (ISO 2108 for ISBN-10, ISO 3297 for ISSN).
func weighted(digits string) bool {
	sum := 0
	for i, r := range digits {
		v := int(r - '0')
		if r == 'X' && i == len(digits)-1 {
			v = 10
		} else if r < '0' || r > '9' {
			return false
		}
		sum += v * (len(digits) - i)
	}
	return sum%11 == 0
}

func validISSN(s string) bool {
	d := strings.ReplaceAll(s, "-", "")
	return len(d) == 8 && weighted(d)
}

func validISBN(s string) bool {
	d := strings.NewReplacer("-", "", " ", "").Replace(s)
	if len(d) == 10 {
		return weighted(d)
	}
	sum := 0
	for i, r := range d {
		if r < '0' || r > '9' {
			return false
		}
		sum += int(r-'0') * (1 + 2*(i%2))
	}
	return len(d) == 13 && sum%10 == 0
}

// validORCID checks an ORCID's last digit (ISO 7064, MOD 11-2).
func validORCID(s string) bool {
	d := strings.ReplaceAll(s, "-", "")
	if len(d) != 16 {
		return false
	}
	sum := 0
	for _, r := range d[:15] {
		if r < '0' || r > '9' {
			return false
		}
		sum = (sum + int(r-'0')) * 2
	}
	check := (12 - sum%11) % 11
	return check == 10 && d[15] == 'X' || check < 10 && d[15] == byte('0'+check)
}
