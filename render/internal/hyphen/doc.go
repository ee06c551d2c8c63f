// Package hyphen finds where words may be divided, by the patterns of F. M.
// Liang ("Word Hy-phen-a-tion by Com-put-er", Stanford 1983) and lists of
// exceptions. The patterns are those of the hyph-utf8 package, in data, with
// their licences beside them.
package hyphen
