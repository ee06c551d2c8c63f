module github.com/offprint-go/offprint

go 1.25.0

require (
	codeberg.org/go-fonts/liberation v0.5.0 // indirect
	codeberg.org/go-fonts/stix v0.3.0 // indirect
	github.com/BurntSushi/toml v1.2.1 // indirect
	github.com/bmaupin/go-epub v1.1.0 // indirect
	github.com/boxesandglue/textshape v0.0.13 // indirect
	github.com/gabriel-vasile/mimetype v1.3.1 // indirect
	github.com/go-text/typesetting v0.3.5 // indirect
	github.com/gofrs/uuid v3.1.0+incompatible // indirect
	github.com/jung-kurt/gofpdf v1.16.2 // indirect
	github.com/pdfcpu/pdfcpu v0.11.1 // indirect
	github.com/rivo/uniseg v0.4.7 // indirect
	github.com/stretchr/testify v1.12.1 // indirect
	github.com/vincent-petithory/dataurl v0.0.0-20191104211930-d1553a71de50 // indirect
	github.com/yuin/goldmark v1.8.2 // indirect
	go.abhg.dev/goldmark/frontmatter v0.2.0 // indirect
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/image v0.32.0 // indirect
	golang.org/x/net v0.45.0 // indirect
	golang.org/x/text v0.30.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
