package doc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/doc"
)

func TestDirection(t *testing.T) {
	for lang, want := range map[string]doc.Direction{
		"": doc.LTR, "en": doc.LTR, "ja": doc.LTR, "he": doc.RTL, "HE-IL": doc.RTL, "ar": doc.RTL, "fa-AF": doc.RTL, "ur": doc.RTL,
		"yi": doc.RTL, "he-Latn": doc.LTR, "az-Arab": doc.RTL, "uz-Arab-AF": doc.RTL, "en-Hebr": doc.RTL, "sr-Cyrl": doc.LTR,
	} {
		require.Equal(t, want, doc.DirectionOf(lang), lang)
	}
	require.Equal(t, doc.RTL, (&doc.Meta{Lang: "he"}).Direction())
	require.Equal(t, doc.LTR, (&doc.Meta{Lang: "he", Dir: doc.LTR}).Direction())
	for _, c := range []struct {
		around    doc.Direction
		lang      string
		dir, want doc.Direction
	}{
		{doc.LTR, "", "", doc.LTR}, {doc.RTL, "", "", doc.RTL}, {doc.LTR, "he", "", doc.RTL}, {doc.RTL, "en", "", doc.LTR},
		{doc.LTR, "he", doc.LTR, doc.LTR}, {doc.LTR, "", doc.RTL, doc.RTL},
	} {
		require.Equal(t, c.want, c.around.Within(c.lang, c.dir), "%+v", c)
	}
}
