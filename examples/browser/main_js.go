package main

import (
	"context"
	"runtime/debug"
	"syscall/js"

	"github.com/offprint-go/offprint/examples/browser/editions"
)

// main gives the worker the function offprint and stays to serve it.
func main() {
	debug.SetGCPercent(400) // there is one processor, and the collector takes its share of it
	js.Global().Set("offprint", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return promise(func() (js.Value, error) {
			made, err := editions.Make(context.Background(), request(args[0]))
			if err != nil {
				return js.Undefined(), err
			}
			return result(made), nil
		})
	}))
	select {}
}

// promise runs f behind the call that asked for it, which must not wait: the
// library waits for its own goroutines, and timers, which run when the call is
// over.
func promise(f func() (js.Value, error)) js.Value {
	var start js.Func
	start = js.FuncOf(func(_ js.Value, settle []js.Value) any {
		go func() {
			defer start.Release()
			if v, err := f(); err != nil {
				settle[1].Invoke(js.Global().Get("Error").New(err.Error()))
			} else {
				settle[0].Invoke(v)
			}
		}()
		return nil
	})
	return js.Global().Get("Promise").New(start)
}

func request(v js.Value) editions.Request {
	r := editions.Request{
		Source: v.Get("source").String(),
		Syntax: v.Get("syntax").String(),
		Name:   v.Get("name").String(),
		Style:  v.Get("style").String(),
		Page:   v.Get("page").String(),
		Files:  editions.Folder{},
	}
	files := v.Get("files")
	for i := range files.Length() {
		data := files.Index(i).Get("data") // a Uint8Array
		b := make([]byte, data.Length())
		js.CopyBytesToGo(b, data)
		r.Files[files.Index(i).Get("path").String()] = b
	}
	return r
}

func result(r *editions.Result) js.Value {
	made := make([]any, len(r.Editions))
	for i, e := range r.Editions {
		data := js.Global().Get("Uint8Array").New(len(e.Data))
		js.CopyBytesToJS(data, e.Data)
		made[i] = map[string]any{"kind": e.Kind, "media": e.Media, "data": data, "seconds": e.Took.Seconds()}
	}
	remarks := make([]any, len(r.Remarks))
	for i, m := range r.Remarks {
		remarks[i] = map[string]any{"line": m.Line, "path": m.Path, "message": m.Message}
	}
	return js.ValueOf(map[string]any{"editions": made, "remarks": remarks})
}
