"""Speech at any sample rate becomes speech at the player's."""

from __future__ import annotations

from voices.contract import PLAYER_RATE, Chunk, Mark, Sink


def resampled(sink: Sink) -> Sink:
    """Return a sink that brings chunks to the player's rate before it passes them on."""

    def receive(chunk: Chunk) -> bool:
        if chunk.rate == PLAYER_RATE:
            return sink(chunk)
        import miniaudio

        form = miniaudio.SampleFormat.SIGNED16
        samples = bytes(
            miniaudio.convert_frames(form, 1, chunk.rate, chunk.samples, form, 1, PLAYER_RATE)
        )
        ratio = PLAYER_RATE / chunk.rate
        marks = tuple(
            Mark(round(mark.sample * ratio), mark.offset, mark.length) for mark in chunk.marks
        )
        return sink(Chunk(samples, PLAYER_RATE, marks))

    return receive
