<?php

declare(strict_types=1);

namespace Csecrets;

/** What every exception of csecrets is. */
interface Exception extends \Throwable
{
    /** The status as C spells it, such as "CSECRETS_ERR_WEAK". */
    public function status(): string;
}

trait HasStatus
{
    public function __construct(private string $status, string $message)
    {
        parent::__construct("$status: $message");
    }

    public function status(): string
    {
        return $this->status;
    }
}

/** A mistake of the program: a weak key, an empty range, a policy that no password meets. */
class InvalidException extends \InvalidArgumentException implements Exception
{
    use HasStatus;
}

/** The system gave no randomness. */
class EntropyException extends \RuntimeException implements Exception
{
    use HasStatus;
}

/** Something from outside is not right: catch this one around verify() and its like. */
class RejectedException extends \RuntimeException implements Exception
{
    use HasStatus;
}
