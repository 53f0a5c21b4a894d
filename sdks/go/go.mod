module meshwright.dev/go

go 1.24
