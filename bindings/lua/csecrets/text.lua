--- Bytes as text and back, codes for people to type, and UUIDs.

local library = require("csecrets.library")

local C, bytes, constant, decoded = library.C, library.bytes, library.constant, library.decoded
local filled, number, text = library.filled, library.number, library.text

local topic = {}

-- hex_encode, hex_decode, urlsafe_encode, ...: the decoders give nil, and why, for what they refuse.
for _, name in ipairs({ "hex", "urlsafe", "base32" }) do
    topic[name .. "_encode"] = function(data)
        local size = C["csecrets_" .. name .. "_size"](#bytes(data))
        return text(size, function(out)
            return C["csecrets_" .. name .. "_encode"](out, size, data, #data)
        end)
    end
    topic[name .. "_decode"] = function(typed)
        local size = C["csecrets_" .. name .. "_decoded_size"](#bytes(typed))
        return decoded(size, function(out, length)
            return C["csecrets_" .. name .. "_decode"](out, size, length, typed, #typed)
        end)
    end
end

--- A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations.
function topic.code(groups, group_len, separator)
    groups, group_len, separator = number(groups or 2), number(group_len or 5), constant(separator or "-")
    local size = C.csecrets_code_size(groups, group_len, #separator)
    return text(size, function(out) return C.csecrets_code(out, size, groups, group_len, separator) end)
end

--- What was typed, as it was drawn, without separators: hash this. Nil, and why, if it is no code.
function topic.code_normalize(typed)
    local size = #bytes(typed) + 1
    return text(size, function(out) return C.csecrets_code_normalize(out, size, typed, #typed) end)
end

--- The text of the 16 bytes of a UUID.
function topic.uuid_text(uuid)
    if #bytes(uuid) ~= 16 then
        error("a UUID has 16 bytes", 0)
    end
    return text(37, function(out) return C.csecrets_uuid_text(out, 37, uuid) end)
end

--- The 16 bytes of a UUID, of its 36 characters and nothing else; nil, and why, if it is none.
function topic.uuid_parse(typed)
    return filled(16, function(out) return C.csecrets_uuid_parse(out, bytes(typed), #typed) end)
end

--- The text of a random UUID.
function topic.uuid4()
    return topic.uuid_text(filled(16, function(out) return C.csecrets_uuid4(out) end))
end

--- The text of a UUID of a time in milliseconds, which everybody can read, and 74 random bits.
function topic.uuid7(unix_ms)
    unix_ms = number(unix_ms or os.time() * 1000)
    return topic.uuid_text(filled(16, function(out) return C.csecrets_uuid7(out, unix_ms) end))
end

--- The text of a UUID that sorts after a previous one of version 7, whatever the clock does.
function topic.uuid7_after(previous, unix_ms)
    unix_ms = number(unix_ms or os.time() * 1000)
    local before, message, name = topic.uuid_parse(previous)
    if not before then
        return nil, message, name
    end
    return topic.uuid_text(filled(16, function(out)
        return C.csecrets_uuid7_after(out, before, unix_ms)
    end))
end

return topic
