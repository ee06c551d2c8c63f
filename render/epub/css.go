package epub

import (
	_ "embed"
	"strings"
)

//go:embed style.css
var style string

const cssName = "style.css"

// css is the edition's style sheet with the caller's after it.
func (b *book) css() string {
	if b.CSS == "" {
		return style
	}
	return style + "\n" + strings.TrimSpace(b.CSS) + "\n"
}
