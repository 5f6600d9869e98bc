<?php
// PHP reads the plain header.
$lib = FFI::cdef(file_get_contents(getenv('PLAIN')), getenv('LIBRARY'));
foreach (file(getenv('SYMBOLS'), FILE_IGNORE_NEW_LINES) as $symbol) {
    if (!($lib->$symbol instanceof FFI\CData)) {
        exit("no $symbol\n");
    }
}
$token = $lib->new('char[65]');
$right = $lib->csecrets_token_hex($token, 65, 32) === $lib->CSECRETS_OK
    && strlen(FFI::string($token)) === 64
    && FFI::sizeof($lib->new('csecrets_span')) === 2 * PHP_INT_SIZE
    && $lib->csecrets_version() === getenv('VERSION');
exit($right ? 0 : 1);
