"""Runs a function of the shipped library on every input at once.

angr translates the machine code to VEX and executes it with symbols in place of secrets; z3 decides
whether an output can differ from its definition. Every path is followed, so a claim that holds of
all paths holds of all inputs of that length.

Trusted: VEX's reading of the instructions, angr's memory, z3, and the models below of what the
library imports. Outside: the path through the vDSO, which is hidden here; instructions that read the
clock or the cache; and lengths that are not named.
"""

import logging

import angr
import claripy

for name in ("angr", "cle", "pyvex", "claripy"):
    logging.getLogger(name).setLevel("CRITICAL")

# Where a call finds its arguments: further apart than any of them is long.
OUT, OUT_2, IN, IN_2 = (0x10000000 + 0x100000 * i for i in range(4))
RETURN, ERRNO = 0xDEAD0000, 0x10900000
DIVISIONS = ("div", "idiv")
MOST_BLOCKS = 100_000


class Getrandom(angr.SimProcedure):
    """All that is asked for, each byte a symbol of its own."""

    def run(self, out, nbytes, flags):
        size = self.state.solver.eval_one(nbytes)
        drawn = claripy.BVS("drawn", 8 * size)
        self.state.memory.store(out, drawn)
        self.state.globals["draws"] = self.state.globals.get("draws", ()) + (drawn,)
        return claripy.BVV(size, 64)


class Getauxval(angr.SimProcedure):
    """No vDSO."""

    def run(self, kind):
        return claripy.BVV(0, 64)


class ErrnoLocation(angr.SimProcedure):
    def run(self):
        return claripy.BVV(ERRNO, 64)


class Bcmp(angr.SimProcedure):
    """Of concrete bytes: the library compares prefixes with it, and no secret."""

    def run(self, a, b, nbytes):
        size = self.state.solver.eval_one(nbytes)
        if size == 0:
            return claripy.BVV(0, 32)
        differ = self.state.memory.load(a, size) != self.state.memory.load(b, size)
        return claripy.If(differ, claripy.BVV(1, 32), claripy.BVV(0, 32))


class Strlen(angr.SimProcedure):
    """Of a text whose end is known; strnlen's too, whose limit no claim comes near."""

    def run(self, text):
        start = end = self.state.solver.eval_one(text)
        while True:
            letter = self.state.memory.load(end, 1)
            ends, goes_on = (self.state.solver.satisfiable([known])
                             for known in (letter == 0, letter != 0))
            if ends and goes_on:
                raise RuntimeError("a text that may end here or there")
            if ends:
                return claripy.BVV(end - start, 64)
            end += 1


class Run:
    """What became of a call: the states in which it returned, and those in which it drew again."""

    def __init__(self):
        self.returned, self.redrawing = [], []
        self.forks = self.addresses = self.divisions = self.blocks = 0

    def draws(self, state):
        return state.globals.get("draws", ())


class Machine:
    def __init__(self, library):
        self.project = angr.Project(library, auto_load_libs=False)
        models = {
            "getrandom": Getrandom, "getauxval": Getauxval, "__errno_location": ErrnoLocation,
            "bcmp": Bcmp, "strlen": Strlen, "strnlen": Strlen,
        }
        for symbol, model in models.items():
            self.project.hook_symbol(symbol, model())

    def has(self, function):
        return self.project.loader.find_symbol(f"csecrets_{function}") is not None

    def run(self, function, arguments, memory=(), given=(), most_draws=1):
        """Calls `function` with what `memory` holds, where all of `given` is true. A path that
        draws more than `most_draws` times is not followed further."""
        options = angr.options
        state = self.project.factory.call_state(
            self.project.loader.find_symbol(f"csecrets_{function}").rebased_addr, *arguments,
            ret_addr=RETURN,
            add_options={options.ZERO_FILL_UNCONSTRAINED_MEMORY,
                         options.ZERO_FILL_UNCONSTRAINED_REGISTERS})
        for address, content in memory:
            state.memory.store(address, content)
        state.solver.add(*given)
        run = Run()

        def count(state):
            run.addresses += 1
        state.inspect.b("address_concretization", when=angr.BP_BEFORE, action=count,
                        condition=lambda s: s.inspect.address_concretization_expr.symbolic)

        live = [state]
        while live:
            state = live.pop()
            if len(run.draws(state)) > most_draws:
                run.redrawing.append(state)
                continue
            run.blocks += 1
            if run.blocks > MOST_BLOCKS:
                raise RuntimeError("no end in sight")
            successors = self.step(state, run)
            if successors.unconstrained_successors:
                raise RuntimeError("a jump to wherever a secret says")
            run.forks += len(successors.flat_successors) > 1
            for state in successors.flat_successors:
                (run.returned if state.addr == RETURN else live).append(state)
        return run

    def step(self, state, run):
        """Executes a block, and stops before each division to see what it divides."""
        if self.project.is_hooked(state.addr):
            return self.project.factory.successors(state)
        block = self.project.factory.block(state.addr)
        places = [i for i, one in enumerate(block.capstone.insns) if one.mnemonic in DIVISIONS]
        if not places:
            return self.project.factory.successors(state)
        if places[0] > 0:
            return self.project.factory.successors(state, num_inst=places[0])
        run.divisions += divides_a_secret(state, block.capstone.insns[0])
        return self.project.factory.successors(state, num_inst=1)


def divides_a_secret(state, instruction):
    parts = [state.regs.rax]
    parts += [] if instruction.operands[0].size == 1 else [state.regs.rdx]
    for operand in instruction.operands:
        if operand.type == 1:
            parts.append(getattr(state.regs, instruction.reg_name(operand.reg)))
        else:
            base = getattr(state.regs, instruction.reg_name(operand.mem.base))
            parts.append(state.memory.load(base + operand.mem.disp, operand.size))
    return any(part.symbolic for part in parts)


def holds(state, claims):
    """Whether no input that leads to `state` makes one of the claims false."""
    return all(is_always(claim) or not state.solver.satisfiable([claripy.Not(claim)])
               for claim in claims)


def is_always(claim):
    """Most claims hold whatever led to the state, and are decided sooner without it."""
    return not claripy.Solver().satisfiable([claripy.Not(claim)])


def is_equal(value, expected):
    """That both are the same, byte by byte, which is decided sooner than all at once."""
    return [value[i + 7:i] == expected[i + 7:i] for i in range(0, value.length, 8)]


def number(state, address, size=8):
    return state.memory.load(address, size, endness="Iend_LE")


def status(state):
    return state.regs.eax
