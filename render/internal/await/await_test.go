package await_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/offprint-go/offprint/render/internal/await"
)

func TestResult(t *testing.T) {
	ctx := context.Background()
	n, err := await.Result(ctx, func() (int, error) { return 3, nil })
	require.NoError(t, err)
	require.Equal(t, 3, n)

	full := errors.New("full")
	_, err = await.Result(ctx, func() (int, error) { return 0, full })
	require.ErrorIs(t, err, full)

	_, err = await.Result(ctx, func() (int, error) { panic("index out of range") })
	require.ErrorContains(t, err, "index out of range")
}

// A call that never ends is left behind.
func TestResultStopped(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	block := make(chan struct{})
	defer close(block)
	_, err := await.Result(ctx, func() (int, error) { stop(); <-block; return 1, nil })
	require.ErrorIs(t, err, context.Canceled)
	_, err = await.Result(ctx, func() (int, error) { t.Error("begun for nothing"); return 1, nil })
	require.ErrorIs(t, err, context.Canceled)
}
