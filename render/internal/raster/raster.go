// Package raster tells whole image files from those that were cut or damaged on
// their way. The header of such a file may be sound, and a reader shows half a
// picture or none: an edition that carries a file as it is must look further.
// It reads the structure of the file, without its pixels. And it tells which way
// up a photograph is, and turns it.
package raster

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
)

var errCut = errors.New("the file is cut off or damaged")

// Whole returns an error unless data is a whole file of a format: "png",
// "jpeg", "gif" or "webp".
func Whole(format string, data []byte) error {
	ok := false
	switch format {
	case "png":
		ok = png(data)
	case "jpeg":
		ok = jpeg(data)
	case "gif":
		ok = gif(data)
	case "webp":
		ok = webp(data)
	}
	if !ok {
		return errCut
	}
	return nil
}

// png reads chunks with their checksums up to IEND (PNG, 5.3).
func png(b []byte) bool {
	if len(b) < 8 {
		return false
	}
	for b = b[8:]; len(b) >= 12; {
		n := uint64(binary.BigEndian.Uint32(b))
		if n > uint64(len(b)-12) {
			return false
		}
		end := 8 + int(n)
		if crc32.ChecksumIEEE(b[4:end]) != binary.BigEndian.Uint32(b[end:]) {
			return false
		}
		if string(b[4:8]) == "IEND" {
			return true
		}
		b = b[end+4:]
	}
	return false
}

// jpeg reads segments up to the scan, and looks for the mark of the image's end
// behind it (ISO 10918-1, B.1.1). Within a scan, FF is followed by 00.
func jpeg(b []byte) bool {
	if len(b) < 4 || b[0] != 0xFF || b[1] != 0xD8 {
		return false
	}
	for b = b[2:]; len(b) >= 4; {
		if b[0] != 0xFF {
			return false
		}
		switch m := b[1]; {
		case m == 0xFF: // fill
			b = b[1:]
			continue
		case m == 0x01 || m >= 0xD0 && m <= 0xD7:
			b = b[2:]
			continue
		case m == 0xDA:
			return bytes.Contains(b, []byte{0xFF, 0xD9})
		}
		n := 2 + int(binary.BigEndian.Uint16(b[2:]))
		if n < 4 || n > len(b) {
			return false
		}
		b = b[n:]
	}
	return false
}

// gif reads blocks up to the trailer (GIF89a, 12 to 27).
func gif(b []byte) bool {
	if len(b) < 13 || len(b) < 13+palette(b[10]) {
		return false
	}
	for b = b[13+palette(b[10]):]; len(b) > 0; {
		head := 0
		switch b[0] {
		case 0x3B:
			return true
		case 0x21:
			head = 2
		case 0x2C:
			if len(b) < 11 {
				return false
			}
			head = 11 + palette(b[9]) // with the size of the codes
		default:
			return false
		}
		if head > len(b) {
			return false
		}
		for b = b[head:]; ; { // sub-blocks
			if len(b) == 0 || int(b[0])+1 > len(b) {
				return false
			}
			n := int(b[0])
			if b = b[n+1:]; n == 0 {
				break
			}
		}
	}
	return false
}

// palette is the size of the table of colours that a byte of flags tells of.
func palette(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// webp reads the size of the RIFF container.
func webp(b []byte) bool {
	return len(b) >= 12 && uint64(binary.LittleEndian.Uint32(b[4:]))+8 <= uint64(len(b))
}
