package pdffile

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// No point of the curve is near the middle of two integers: however a machine
// rounds the last bits of a float, the profile is the same.
func TestCurveIsTheSameEverywhere(t *testing.T) {
	for i := range curvePoints {
		_, frac := math.Modf(curve(i))
		require.Greater(t, math.Abs(frac-0.5), 1e-6, "point %d", i)
	}
	require.Equal(t, []float64{0, 65535}, []float64{curve(0), math.Round(curve(curvePoints - 1))})
}

func TestProfileIsWhole(t *testing.T) {
	b := srgb()
	be := binary.BigEndian
	require.EqualValues(t, len(b), be.Uint32(b))
	require.Equal(t, "acsp", string(b[36:40]))
	tags := map[string][]byte{}
	for i := range int(be.Uint32(b[128:])) {
		e := b[132+12*i:]
		at, n := be.Uint32(e[4:]), be.Uint32(e[8:])
		require.Zero(t, at%4)
		tags[string(e[:4])] = b[at : at+n]
	}
	require.Len(t, tags, 9)
	require.Equal(t, tags["rTRC"], tags["bTRC"])
	// The primaries add up to white, to a few units in 65536.
	for k := range 3 {
		sum := 0
		for _, sig := range []string{"rXYZ", "gXYZ", "bXYZ"} {
			sum += int(be.Uint32(tags[sig][8+4*k:]))
		}
		require.InDelta(t, int(be.Uint32(tags["wtpt"][8+4*k:])), sum, 20)
	}
}
