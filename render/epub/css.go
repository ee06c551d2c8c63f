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
	css := style
	if b.Vertical {
		css += verticalStyle
	}
	css += b.faceRules()
	if b.CSS == "" {
		return css
	}
	return css + "\n" + strings.TrimSpace(b.CSS) + "\n"
}
