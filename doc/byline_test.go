package doc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

func TestByline(t *testing.T) {
	for _, c := range []struct{ role, lang, want string }{
		{"", "en", "N"}, {"aut", "en", "N"}, {"edt", "en-GB", "N (editor)"}, {"trl", "de-CH", "N (Übers.)"},
		{"ill", "ja", "N 絵"}, {"trl", "zh-Hant-HK", "N 譯"}, {"edt", "tlh", "N"}, {"pbl", "en", "N"},
	} {
		p := doc.Contributor{Name: "N", Role: c.role}
		require.Equal(t, c.want, p.Byline(c.lang), "%v", c)
	}
}
