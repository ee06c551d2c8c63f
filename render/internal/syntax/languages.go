package syntax

import (
	"strings"
	"sync"
)

// A language is the lexical habits of one.
type language struct {
	comments []string    // what begins a comment that ends with its line
	blocks   [][2]string // the marks around a comment over lines
	quotes   string      // the marks around a string
	long     []string    // those around a string over lines
	keywords map[string]bool
	fold     bool // keywords in any case
	markup   bool
	key      func(line string) int  // the length of the key that a line begins with
	byLine   func(line string) Kind // lines are of one kind
}

var (
	slashes = []string{"//"}
	hash    = []string{"#"}
	stars   = [][2]string{{"/*", "*/"}}
)

// languages are those known, by name.
var languages = sync.OnceValue(table)

func table() map[string]*language {
	m := map[string]*language{}
	add := func(names string, l language, keywords string) {
		l.keywords = map[string]bool{}
		for _, k := range strings.Fields(keywords) {
			l.keywords[k] = true
		}
		for _, n := range strings.Fields(names) {
			m[n] = &l
		}
	}
	const (
		common = "break case continue default do else for if return switch while "
		oop    = "abstract catch class enum extends false final finally implements import instanceof interface new null package private protected public static super this throw throws true try void "
		cs     = "auto char const double extern float goto inline int long register short signed sizeof static struct typedef union unsigned void volatile enum bool "
	)
	add("go golang", language{comments: slashes, blocks: stars, quotes: `"'`, long: []string{"`"}},
		common+"chan const defer fallthrough func go goto import interface map package range select struct type var nil true false iota")
	add("c h", language{comments: slashes, blocks: stars, quotes: `"'`}, common+cs+"restrict NULL")
	add("cpp c++ cc hpp cxx objc objective-c arduino", language{comments: slashes, blocks: stars, quotes: `"'`},
		common+cs+"catch class constexpr delete explicit false friend mutable namespace new noexcept nullptr operator override private protected public template this throw true try typename using virtual")
	add("java", language{comments: slashes, blocks: stars, quotes: `"'`, long: []string{`"""`}}, common+oop+"boolean byte char double float int long short record var yield sealed permits synchronized transient volatile native assert")
	add("cs csharp c#", language{comments: slashes, blocks: stars, quotes: `"'`, long: []string{`"""`}}, common+oop+"as async await base bool byte char decimal delegate double event float foreach get in int internal is lock long namespace object out override params readonly ref sealed set string struct using var virtual where yield")
	add("kotlin kt", language{comments: slashes, blocks: stars, quotes: `"'`, long: []string{`"""`}}, common+oop+"as by companion data fun in init is object open override sealed suspend typealias val var when")
	add("scala", language{comments: slashes, blocks: stars, quotes: `"`, long: []string{`"""`}}, common+oop+"def given implicit lazy match object override sealed trait type using val var with yield")
	add("swift", language{comments: slashes, blocks: stars, quotes: `"`, long: []string{`"""`}}, common+"as associatedtype class defer deinit enum extension false fileprivate func guard import in init inout internal is let nil open operator private protocol public repeat rethrows self static struct subscript super throw throws true try typealias var where async await")
	add("rust rs", language{comments: slashes, blocks: stars, quotes: `"`}, "as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while")
	add("js javascript jsx mjs ts typescript tsx", language{comments: slashes, blocks: stars, quotes: `"'`, long: []string{"`"}},
		common+"as async await catch class const debugger delete export extends false finally from function get import in instanceof interface let new null of private public readonly set static super this throw true try type typeof undefined var void with yield enum implements declare namespace")
	add("dart", language{comments: slashes, blocks: stars, quotes: `"'`, long: []string{`"""`, `'''`}}, common+oop+"async await const dynamic factory get in is late library mixin on part required set typedef var with yield")
	add("php", language{comments: append(slashes, hash...), blocks: stars, quotes: `"'`}, common+oop+"array as echo elseif endif endforeach fn foreach function global isset match namespace trait unset use var require require_once include")
	add("python py python3", language{comments: hash, quotes: `"'`, long: []string{`"""`, `'''`}}, "False None True and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield")
	add("ruby rb", language{comments: hash, quotes: `"'`}, "BEGIN END alias and begin break case class def defined do else elsif end ensure false for if in module next nil not or redo rescue retry return self super then true undef unless until when while yield")
	add("perl pl", language{comments: hash, quotes: `"'`}, "and cmp continue do else elsif eq for foreach if last local my ne next no not or our package redo return sub unless until use while")
	add("lua", language{comments: []string{"--"}, blocks: [][2]string{{"--[[", "]]"}}, quotes: `"'`}, "and break do else elseif end false for function goto if in local nil not or repeat return then true until while")
	add("sh bash zsh shell ksh", language{comments: hash, quotes: `"'`}, "break case continue do done elif else esac export fi for function if in local readonly return select set shift then trap unset until while")
	add("fish", language{comments: hash, quotes: `"'`}, "and begin break case continue else end for function if in not or return set switch while")
	add("powershell ps1 pwsh", language{comments: hash, blocks: [][2]string{{"<#", "#>"}}, quotes: `"'`, fold: true}, common+"begin catch class data end exit filter finally foreach function in param process throw trap try until using")
	add("sql postgresql mysql sqlite plsql", language{comments: []string{"--"}, blocks: stars, quotes: `"'`, fold: true}, "add all alter and any as asc begin between by case cast check column commit constraint create cross database default delete desc distinct drop else end except exists foreign from full group having if in index inner insert intersect into is join key left like limit not null offset on or order outer primary references returning right rollback select set table then transaction union unique update using values view when where with")
	add("r", language{comments: hash, quotes: `"'`}, "break else FALSE for function if in Inf NA NaN next NULL repeat return TRUE while library")
	add("julia jl", language{comments: hash, blocks: [][2]string{{"#=", "=#"}}, quotes: `"`, long: []string{`"""`}}, "abstract baremodule begin break catch const continue do else elseif end export false finally for function global if import in let local macro module mutable primitive quote return struct true try type using where while")
	add("haskell hs", language{comments: []string{"--"}, blocks: [][2]string{{"{-", "-}"}}, quotes: `"`}, "case class data default deriving do else foreign if import in infix infixl infixr instance let module newtype of then type where")
	add("ocaml ml fsharp fs f#", language{comments: slashes, blocks: [][2]string{{"(*", "*)"}}, quotes: `"`}, "and as begin class do done downto else end exception external false for fun function functor if in include inherit let match method module mutable new object of open or private rec sig struct then to true try type val virtual when while with")
	add("elixir ex exs", language{comments: hash, quotes: `"'`, long: []string{`"""`}}, "after alias and case catch cond def defimpl defmacro defmodule defp defprotocol defstruct do else end false fn for if import in nil not or quote raise receive require rescue true try unless unquote use when with")
	add("erlang erl", language{comments: []string{"%"}, quotes: `"`}, "after and andalso begin case catch end fun if not of or orelse receive try when")
	add("clojure clj lisp elisp scheme racket", language{comments: []string{";"}, quotes: `"`}, "def defn defmacro defun define fn lambda let if cond case do loop recur ns require setq when unless begin quote")
	add("pascal delphi", language{comments: slashes, blocks: [][2]string{{"{", "}"}, {"(*", "*)"}}, quotes: `'`, fold: true}, "and array begin case const div do downto else end file for function goto if in label mod nil not of or packed procedure program record repeat set string then to type unit until uses var while with")
	add("fortran f90", language{comments: []string{"!"}, quotes: `"'`, fold: true}, "allocatable allocate call case character complex contains cycle deallocate dimension do double else elseif end enddo endif exit function if implicit in integer intent interface logical module none only out parameter precision print program read real result return select stop subroutine then type use where while write")
	add("zig", language{comments: slashes, quotes: `"'`}, "and break catch comptime const continue defer else enum errdefer error export extern false fn for if inline null or orelse pub return struct switch test true try undefined union unreachable usingnamespace var while")
	add("matlab octave", language{comments: []string{"%"}, quotes: `"`}, "break case catch classdef continue else elseif end for function global if otherwise parfor persistent return switch try while")
	add("vim vimscript", language{quotes: `'`}, "augroup autocmd call command echo else elseif endfor endfunction endif endwhile for function if let map nnoremap set return while")
	add("tex latex", language{comments: []string{"%"}}, "begin end documentclass usepackage section newcommand")
	add("css scss less", language{comments: slashes, blocks: stars, quotes: `"'`}, "")
	m["css"] = &language{blocks: stars, quotes: `"'`, keywords: map[string]bool{}}
	add("json jsonc json5", language{comments: slashes, blocks: stars, quotes: `"`}, "true false null")
	add("yaml yml", language{comments: hash, quotes: `"'`, key: keyBefore(": ")}, "true false null yes no")
	add("toml", language{comments: hash, quotes: `"'`, long: []string{`"""`, `'''`}, key: keyBefore("=")}, "true false")
	add("ini conf cfg properties editorconfig systemd", language{comments: []string{"#", ";"}, key: keyBefore("=")}, "")
	add("html xml svg xhtml vue svelte", language{blocks: [][2]string{{"<!--", "-->"}}, quotes: `"`, markup: true}, "")
	add("make makefile cmake", language{comments: hash, quotes: `"`}, "define else endef endif export if ifdef ifeq ifndef ifneq include override foreach endforeach function endfunction")
	add("dockerfile docker", language{comments: hash, quotes: `"'`}, "ADD ARG AS CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL RUN SHELL USER VOLUME WORKDIR")
	add("nginx", language{comments: hash, quotes: `"'`}, "events http if listen location proxy_pass return rewrite root server server_name upstream")
	add("proto protobuf", language{comments: slashes, blocks: stars, quotes: `"'`}, "bool bytes double enum fixed32 float import int32 int64 map message oneof option optional package repeated reserved returns rpc service string syntax uint32 uint64")
	add("graphql gql", language{comments: hash, quotes: `"`, long: []string{`"""`}}, "enum extend fragment implements input interface mutation on query scalar schema subscription type union")
	add("hcl terraform tf", language{comments: append([]string{"#"}, slashes...), blocks: stars, quotes: `"`}, "data for if in locals module output provider resource terraform true false null variable")
	add("nix", language{comments: hash, blocks: stars, quotes: `"`, long: []string{`''`}}, "assert else if import in inherit let or rec then true false null with")
	add("diff patch", language{byLine: diffLine}, "")
	return m
}

// keyBefore finds the key of a line, which ends before a mark; a mark that ends
// in a space may stand at the line's end without it. A section's head in
// brackets counts as a key.
func keyBefore(mark string) func(string) int {
	return func(line string) int {
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") && mark == "=" {
			return len(strings.TrimRight(line, " \t"))
		}
		n := strings.Index(line+" ", mark)
		if n < 0 || strings.ContainsAny(line[:n], `#"'{[`) {
			return 0
		}
		return n
	}
}

func diffLine(line string) Kind {
	switch {
	case strings.HasPrefix(line, "+"):
		return Keyword
	case strings.HasPrefix(line, "-"):
		return Comment
	}
	return Plain
}
