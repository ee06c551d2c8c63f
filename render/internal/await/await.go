// Package await runs what cannot be interrupted (a decoder, a file that is
// slow to come) so that its caller can be: the call returns when its context is
// done, and what was begun is left to end by itself, its result unused.
package await

import (
	"context"
	"fmt"
)

// Result returns what f returns, or ctx's error as soon as ctx is done. f must
// touch nothing that is used after that. A panic of f is an error: f calls
// libraries with data that is not trusted.
func Result[T any](ctx context.Context, f func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
	}
	var none T
	if err := ctx.Err(); err != nil {
		return none, err
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{err: fmt.Errorf("damaged: %v", p)}
			}
			done <- r
		}()
		r.value, r.err = f()
	}()
	select {
	case <-ctx.Done():
		return none, ctx.Err()
	case r := <-done:
		return r.value, r.err
	}
}
