//go:build !linux || !amd64

package main

// hugePages does something on Linux only.
func hugePages(int64) {}
