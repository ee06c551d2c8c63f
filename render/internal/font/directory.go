package font

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// checkDirectory refuses a file whose table directory names bytes that the
// file does not have (OpenType, "Organization of an OpenType font"): the
// parsers would make room for them before they look.
func checkDirectory(data []byte, index int) error {
	start := 0
	if len(data) >= 16 && string(data[:4]) == "ttcf" {
		if at := 12 + 4*index; index >= 0 && at+4 <= len(data) {
			start = int(binary.BigEndian.Uint32(data[at:]))
		}
	}
	if start+12 > len(data) {
		return errors.New("the table directory is cut off")
	}
	n := int(binary.BigEndian.Uint16(data[start+4:]))
	records := data[start+12:]
	if 16*n > len(records) {
		return errors.New("the table directory is cut off")
	}
	for i := range n {
		r := records[16*i : 16*i+16]
		from, length := uint64(binary.BigEndian.Uint32(r[8:])), uint64(binary.BigEndian.Uint32(r[12:]))
		if from+length > uint64(len(data)) {
			return fmt.Errorf("table %q reaches beyond the end of the file", r[:4])
		}
	}
	return nil
}
