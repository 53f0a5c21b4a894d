module meshwright.dev/peer

go 1.24

require meshwright.dev/go v0.0.0

replace meshwright.dev/go => ../../../sdks/go
