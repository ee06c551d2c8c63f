package outline

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// Identifier reads an identifier as a text has it, "doi:10.5555/12345678": its
// scheme and its value. A URN or a URL is its whole text; what names no scheme
// has the scheme "id".
func Identifier(s string) doc.Identifier {
	scheme, value, ok := strings.Cut(s, ":")
	scheme = strings.ToLower(strings.TrimSpace(scheme))
	switch {
	case !ok:
		return doc.Identifier{Scheme: "id", Value: strings.TrimSpace(s)}
	case scheme == "urn" && strings.HasPrefix(strings.ToLower(value), "isbn:"):
		return doc.Identifier{Scheme: "isbn", Value: strings.TrimSpace(value[len("isbn:"):])}
	case scheme == "urn":
		return doc.Identifier{Scheme: "urn", Value: strings.TrimSpace(s)}
	case scheme == "http" || scheme == "https":
		return doc.Identifier{Scheme: "url", Value: strings.TrimSpace(s)}
	}
	return doc.Identifier{Scheme: scheme, Value: strings.TrimSpace(value)}
}
