module csecrets

go 1.18
