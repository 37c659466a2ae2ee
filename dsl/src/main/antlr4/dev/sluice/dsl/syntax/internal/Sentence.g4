/*
 * The sentences of the expectation language.
 *
 * The grammar takes in a little more than the language holds: clauses in any order, several tests in
 * a row, a test without a value before it, `%` as an operator, amounts without their unit. What it
 * takes in beyond the language is refused by the builders, which know better words for it than
 * "unexpected token".
 */
grammar Sentence;

options {
  caseInsensitive = true;
}

// one entry for each kind of text that a suite holds

lineEntry : check clause* EOF ;
checkEntry : check EOF ;
toleranceEntry : bound EOF ;
zonesEntry : zones EOF ;
tableEntry : path EOF ;
nameEntry : name EOF ;

// checks: not binds tighter than and, and tighter than or

check : conjunction ( OR conjunction )* ;
conjunction : negation ( AND negation )* ;
negation : NOT negation | comparison ;

comparison : value anyTest* | bareTest ;
bareTest : test anyTest* ;
anyTest : NOT test | test ;

test
  : operator=( LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL | EQUAL | NOT_EQUAL ) value ( WITHIN value )?  # compare
  | BETWEEN value AND value                                              # between
  | IN LEFT ( value ( COMMA value )* )? RIGHT                            # inList
  | IN name ( DOT name )* ( DOT LEFT name ( COMMA name )* RIGHT )?       # inTable
  | LIKE TEXT ( ESCAPE TEXT )?                                           # like
  | MATCHES TEXT                                                         # matches
  | IS NOT? ( name | NULL ) ( LEFT ( value ( COMMA value )* )? RIGHT )?  # isName
  ;

// values

value : product ( ( PLUS | MINUS ) product )* ;
product : signed ( ( STAR | SLASH | MODULO ) signed )* ;
signed : MINUS signed | primary ;

primary
  : literal                                   # literalValue
  | NULL                                      # nullValue
  | PARAMETER                                 # parameter
  | LEFT check ( COMMA check )* RIGHT         # bracketed
  | name LEFT arguments RIGHT ( OF source )?  # call
  | name OF source                            # bareMetric
  | name TEXT                                 # typedText
  | name ( DOT name )*                        # column
  ;

arguments : ( check ( COMMA check )* )? ( WHERE check )? ;
source : path | LEFT path ( WHERE check )? RIGHT ;
path : name ( DOT name )* ;

literal
  : NUMBER UNIT  # duration
  | NUMBER       # number
  | PERCENT      # percent
  | TEXT         # text
  | TRUE         # trueLiteral
  | FALSE        # falseLiteral
  | DATE         # date
  | TIMESTAMP    # timestamp
  ;

// clauses

clause
  : WHERE check             # whereClause
  | PER name ( COMMA name )*  # perClause
  | FOR bound               # forClause
  | EXCEPT bound            # exceptClause
  | ELSE zones              # elseClause
  ;

bound : ( AT ( LEAST | MOST ) )? amount ;
amount : PERCENT | NUMBER ( ROWS | GROUPS )? ;

zones : zone ( COMMA zone )* ;
zone : action ( ABOVE amount )? ;

action
  : FAIL                                                                 # fail
  | ROLLBACK                                                             # rollback
  | WARN                                                                 # warn
  | ( DROP | QUARANTINE ) ( KEEPING ( FIRST | LATEST ) name )?           # setAside
  | DEFAULT ( name EQUAL )? value                                        # default
  ;

// every word that is not reserved can be a name

name
  : NAME | QUOTED | UNIT | ROWS | GROUPS | AT | LEAST | MOST | ABOVE | ESCAPE
  | FAIL | ROLLBACK | WARN | DROP | QUARANTINE | DEFAULT | KEEPING | FIRST | LATEST
  ;

// reserved words; `Words` lists the same

AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
IN : 'in' ;
IS : 'is' ;
BETWEEN : 'between' ;
LIKE : 'like' ;
MATCHES : 'matches' ;
NULL : 'null' ;
TRUE : 'true' ;
FALSE : 'false' ;
WHERE : 'where' ;
PER : 'per' ;
FOR : 'for' ;
EXCEPT : 'except' ;
ELSE : 'else' ;
WITHIN : 'within' ;
OF : 'of' ;

// words with a meaning in one place

UNIT : ( 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' ) 's'? ;
ROWS : 'row' 's'? ;
GROUPS : 'group' 's'? ;
AT : 'at' ;
LEAST : 'least' ;
MOST : 'most' ;
ABOVE : 'above' ;
ESCAPE : 'escape' ;
FAIL : 'fail' ;
ROLLBACK : 'rollback' ;
WARN : 'warn' ;
DROP : 'drop' ;
QUARANTINE : 'quarantine' ;
DEFAULT : 'default' ;
KEEPING : 'keeping' ;
FIRST : 'first' ;
LATEST : 'latest' ;

NAME : LETTER WORD* ;
QUOTED : '"' ( ~["] | '""' )* '"' ;
PARAMETER : '$' LETTER WORD* ;

TEXT : '\'' ( ~['] | '\'\'' )* '\'' ;
NUMBER : DECIMAL ( 'e' [+\-]? DIGIT+ )? ;
PERCENT : NUMBER '%' ;
DATE : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
// taken in greedily and looked at later, so that a wrong one is one token with one message
TIMESTAMP : DATE 't' ( WORD | [:.+\-] )* ;

LESS : '<' ;
LESS_OR_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_OR_EQUAL : '>=' ;
EQUAL : '=' | '==' ;
NOT_EQUAL : '!=' | '<>' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
MODULO : '%' ;
LEFT : '(' ;
RIGHT : ')' ;
COMMA : ',' ;
DOT : '.' ;

SPACE : [\p{Zs}\t\r\n]+ -> skip ;

// what is never part of a sentence, as tokens, so that it can be refused with advice

BAD_DATE
  : ( DIGIT DIGIT DIGIT DIGIT '-' DIGIT+ ( '-' DIGIT+ )?
    | DIGIT DIGIT DIGIT DIGIT '/' DIGIT DIGIT? '/' DIGIT DIGIT?
    | DIGIT DIGIT? '-' DIGIT DIGIT? '-' DIGIT DIGIT DIGIT DIGIT
    | DIGIT DIGIT? '/' DIGIT DIGIT? '/' DIGIT DIGIT DIGIT DIGIT
    ) WORD*
  ;
BAD_TIME : DIGIT DIGIT? ':' DIGIT DIGIT ( ':' DIGIT DIGIT ( '.' DIGIT+ )? )? ;
BAD_NUMBER : DECIMAL ( '.' DIGIT+ )* LETTER WORD* | DECIMAL ( '.' DIGIT+ )+ ;
UNCLOSED_TEXT : '\'' ( ~['] | '\'\'' )* ;
UNCLOSED_NAME : '"' ( ~["] | '""' )* ;
FOREIGN
  : '&&' | '||' | '=>' | '=<' | '=~' | '!~' | '===' | '!==' | '<=>' | '::' | '/*'
  | '${' ~[}]* '}'? | ':' LETTER WORD* | '`' ~[`]* '`'
  ;
OTHER : . ;

fragment DECIMAL : DIGIT+ ( '.' DIGIT+ )? ;
fragment DIGIT : [0-9] ;
fragment LETTER : [\p{L}\p{Nl}_] ;
fragment WORD : [\p{L}\p{Nl}\p{Nd}\p{M}_] ;
