package inlines

import (
	"strings"

	"github.com/offprint-go/offprint/doc"
)

// Blank reports whether ns is white space and line breaks alone.
func Blank(ns doc.Inlines) bool {
	for _, n := range ns {
		switch n := n.(type) {
		case doc.Text:
			if strings.TrimSpace(string(n)) != "" {
				return false
			}
		case doc.LineBreak:
		default:
			return false
		}
	}
	return true
}
