package dev.sluice.engine.connector;

/**
 * What a database keeps.
 *
 * @param transactionalWrites rows written in a transaction vanish with its rollback
 * @param transactionalDefinitions so do tables made in it
 * @param rowIdentity a stored table's rows can be told apart without a key
 * @param savepoints a transaction can be undone in part
 * @param snapshot all statements of a transaction see one state
 * @param persistent what is written outlives the process: false for an in-memory database
 */
public record Capabilities(
    boolean transactionalWrites,
    boolean transactionalDefinitions,
    boolean rowIdentity,
    boolean savepoints,
    boolean snapshot,
    boolean persistent) {}
