rockspec_format = "3.0"
package = "csecrets"
version = "0.1.0-1"
source = { url = "file://." }
description = {
    summary = "Unguessable tokens, passwords, keys and numbers, and comparison in constant time",
    license = "MIT OR Apache-2.0",
}
supported_platforms = { "linux" }
dependencies = { "lua == 5.1" } -- LuaJIT, whose ffi it calls
external_dependencies = { CSECRETS = { library = "libcsecrets.so.0" } }
build = {
    type = "builtin",
    modules = {
        csecrets = "csecrets.lua",
        ["csecrets.application"] = "csecrets/application.lua",
        ["csecrets.draw"] = "csecrets/draw.lua",
        ["csecrets.library"] = "csecrets/library.lua",
        ["csecrets.text"] = "csecrets/text.lua",
    },
}
