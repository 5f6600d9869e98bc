<?php

declare(strict_types=1);

namespace Csecrets;

/** For PHP's Randomizer: new \Random\Randomizer(new \Csecrets\Engine()). */
final class Engine implements \Random\CryptoSafeEngine
{
    public function generate(): string
    {
        return token_bytes(8);
    }

    /** There is no state to keep. */
    public function __serialize(): array
    {
        throw new \Exception("Serialization of '" . self::class . "' is not allowed");
    }
}
