<?php

/**
 * Unguessable tokens, passwords, keys and numbers, and comparison in constant time, from libcsecrets:
 * require this file, or let Composer do it. The functions are those of csecrets.h, in the namespace
 * Csecrets; what is said there holds here. A string can't be overwritten in PHP; what was between C
 * and it is.
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 */

declare(strict_types=1);

foreach (['exceptions', 'library', 'draw', 'application', 'text', 'Engine'] as $file) {
    require_once __DIR__ . "/src/$file.php";
}
